package space.maneuver.model.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads bundles and checks that their parts are consistent. */
public final class BundleReader {

  private static final String CLASS_PATH_FOLDER = "models/";
  private static final String INDEX = CLASS_PATH_FOLDER + "index.txt";

  // Not the thread's context loader: on a pool thread it may not see inside the jar.
  private static final ClassLoader CLASS_PATH =
      Objects.requireNonNull(BundleReader.class.getClassLoader());

  private BundleReader() {}

  /**
   * Reads the bundle in a directory.
   *
   * @throws BundleException if a part is missing, too large or inconsistent
   */
  public static LoadedBundle read(Path directory) {
    return read(
        name -> {
          Path file = directory.resolve(name);
          return Files.exists(file) ? Files.newInputStream(file) : null;
        },
        directory.toString());
  }

  /**
   * Reads a bundle by its directory, or a bundled model by its name.
   *
   * @throws BundleException if there is neither, or a part is missing, too large or inconsistent
   */
  public static LoadedBundle find(String nameOrDirectory) {
    if (!exists(nameOrDirectory)) {
      throw new BundleException(
          nameOrDirectory,
          "",
          "is neither a bundled model nor a directory with a bundle.json",
          null);
    }
    Path directory = Path.of(nameOrDirectory);
    return isBundle(directory) ? read(directory) : readFromClassPath(nameOrDirectory);
  }

  /** Whether {@link #find} finds a bundle. */
  public static boolean exists(String nameOrDirectory) {
    return isBundle(Path.of(nameOrDirectory))
        || CLASS_PATH.getResource(folder(nameOrDirectory) + BundleFile.DESCRIPTION.fileName())
            != null;
  }

  private static boolean isBundle(Path directory) {
    return Files.isRegularFile(directory.resolve(BundleFile.DESCRIPTION.fileName()));
  }

  /**
   * Reads the bundle in {@code models/NAME/} on the class path.
   *
   * @throws BundleException if a part is missing, too large or inconsistent
   */
  public static LoadedBundle readFromClassPath(String name) {
    return readFromClassPath(name, CLASS_PATH);
  }

  /**
   * Reads all bundles on a class path, in the order of their names. Each class path root that
   * contains bundles lists their names in {@code models/index.txt}, one per line.
   *
   * @throws BundleException if the index cannot be read or a bundle is inconsistent
   */
  public static List<LoadedBundle> readAll(ClassLoader loader) {
    SortedSet<String> names = new TreeSet<>();
    try {
      for (URL index : Collections.list(loader.getResources(INDEX))) {
        try (InputStream in = index.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .forEach(names::add);
        }
      }
    } catch (IOException e) {
      throw new BundleException("class path:" + INDEX, "", "cannot be read: " + e, e);
    }
    return names.stream().map(name -> readFromClassPath(name, loader)).toList();
  }

  private static LoadedBundle readFromClassPath(String name, ClassLoader loader) {
    return read(
        file -> loader.getResourceAsStream(folder(name) + file),
        "class path:" + CLASS_PATH_FOLDER + name);
  }

  private static String folder(String name) {
    return CLASS_PATH_FOLDER + name + '/';
  }

  private static LoadedBundle read(BundleFile.Folder folder, String place) {
    String file = place + '/' + BundleFile.DESCRIPTION.fileName();
    ModelBundle bundle = BundleJson.read(BundleFile.DESCRIPTION.read(folder, place), file);
    BundleCheck.check(bundle, file);
    byte[] network = BundleFile.NETWORK.read(folder, place);
    String sha256 = DigestUtils.sha256Hex(network);
    if (!sha256.equals(bundle.sha256())) {
      throw BundleException.of(
          file, "sha256", bundle.sha256(), sha256 + ", the digest of model.pt");
    }
    String card = new String(BundleFile.CARD.read(folder, place), StandardCharsets.UTF_8);
    return new LoadedBundle(place, bundle, network, card);
  }
}
