package space.maneuver.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.Detector;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.BundleFile;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.ModelBundle;

/**
 * The model of a run, as it goes to the executors: the name of a bundled one, or the files of a
 * bundle.
 *
 * @param reference what identifies it in the result
 * @param files content by file name; empty for a bundled model
 */
record ShippedModel(Reference reference, Map<String, byte[]> files) implements Serializable {

  private static final Object LOCK = new Object();

  /** The detector of this process and its model; PyTorch and the network are loaded once. */
  private static @Nullable Opened opened;

  private record Opened(Reference reference, Detector detector) {}

  /**
   * Name, version and digest of a model.
   *
   * @param sha256 digest of {@code model.pt}, in lower-case hexadecimal
   */
  record Reference(String name, String version, String sha256) implements Serializable {

    static Reference of(ModelBundle bundle) {
      return new Reference(bundle.name(), bundle.version(), bundle.sha256());
    }
  }

  /**
   * Reads and checks a model, without loading its network.
   *
   * @param nameOrDirectory name of a bundled model, or directory of a bundle on this machine
   * @throws BundleException if there is none, or it is inconsistent
   */
  static ShippedModel of(String nameOrDirectory) {
    Reference reference = Reference.of(BundleReader.find(nameOrDirectory).description());
    Path directory = Path.of(nameOrDirectory);
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (Files.isDirectory(directory)) {
      for (BundleFile file : BundleFile.values()) {
        try {
          files.put(file.fileName(), Files.readAllBytes(directory.resolve(file.fileName())));
        } catch (IOException e) {
          throw new BundleException(directory.toString(), "", "cannot be read: " + e, e);
        }
      }
    }
    return new ShippedModel(reference, files);
  }

  /** Returns the detector of this process, which the first call opens. */
  Detector detector() throws IOException {
    synchronized (LOCK) {
      if (opened == null || !opened.reference.equals(reference)) {
        Detector detector = open();
        Reference found = Reference.of(detector.bundle());
        if (!found.equals(reference)) {
          detector.close();
          throw new IllegalStateException(
              "the executor has the model " + found + " instead of " + reference);
        }
        opened = new Opened(reference, detector);
      }
      return opened.detector;
    }
  }

  private Detector open() throws IOException {
    if (files.isEmpty()) {
      return Detector.open(reference.name());
    }
    Path directory = Files.createTempDirectory("model");
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(directory.resolve(file.getKey()), file.getValue());
      }
      return Detector.open(directory.toString());
    } finally {
      PathUtils.deleteDirectory(directory);
    }
  }
}
