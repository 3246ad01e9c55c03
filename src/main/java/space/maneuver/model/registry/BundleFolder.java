package space.maneuver.model.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.BundleFile;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.LoadedBundle;

/**
 * A directory that holds a bundle, or held one. It offers the newest one that could be read and was
 * not rejected.
 */
final class BundleFolder {

  private final Path path;
  private @Nullable BundleFingerprint seen;
  private @Nullable BundleFingerprint taken;
  private @Nullable LoadedBundle offer;
  private @Nullable LoadedBundle previous;
  private @Nullable String fault;

  BundleFolder(Path path) {
    this.path = path;
  }

  /**
   * Reads what is there, if it is another bundle than before.
   *
   * @param patient whether it has to look the same twice: what is being written does not
   */
  void look(boolean patient) {
    try {
      BundleFingerprint now = BundleFingerprint.of(path);
      boolean settled = !patient || now.equals(seen);
      seen = now;
      if (settled && !now.equals(taken)) {
        take(now);
      }
    } catch (IOException e) {
      fault = "cannot be read: " + e;
    }
  }

  private void take(BundleFingerprint now) throws IOException {
    if (now.empty()) {
      taken = now;
      offer = null;
      fault = null;
      return;
    }
    try {
      LoadedBundle next = BundleReader.read(path);
      if (BundleFingerprint.of(path).equals(now)) {
        taken = now;
        fault = null;
        offer(next);
      }
    } catch (BundleException e) {
      // What the file system failed at may go well the next time; a wrong bundle stays wrong.
      taken = e.getCause() instanceof IOException ? null : now;
      fault = e.getMessage();
    }
  }

  private void offer(LoadedBundle next) {
    boolean same =
        offer != null
            && offer.description().equals(next.description())
            && offer.card().equals(next.card());
    if (!same) {
      previous = offer;
      offer = next;
    }
  }

  @Nullable LoadedBundle offer() {
    return offer;
  }

  /** The offer cannot be served; the one before it is offered again. */
  void reject(String reason) {
    offer = previous;
    previous = null;
    fault = reason;
  }

  /** As {@link #reject}, but for a reason outside: the same bundle will be looked at again. */
  void defer(String reason) {
    reject(reason);
    taken = null;
  }

  /** The offer is served. */
  void accept() {
    previous = null;
  }

  /** Whether nothing is left of it. */
  boolean gone() {
    return taken != null && taken.empty();
  }

  /** What is wrong with what lies there; null if nothing is. */
  @Nullable BundleFault fault() {
    return fault == null ? null : new BundleFault(path.toString(), fault);
  }

  /**
   * What tells, cheaply, whether a bundle's files are still the same: their sizes and times, and
   * the whole of the description, which names the digest of the network. No file identifiers, which
   * some network file systems make up anew each time.
   *
   * @param files one text for each file
   */
  private record BundleFingerprint(List<String> files) {

    private static final String MISSING = "";
    private static final int MOST_BYTES = 1 << 22;

    BundleFingerprint {
      files = List.copyOf(files);
    }

    /** Of the files behind symbolic links, where there are such. */
    static BundleFingerprint of(Path directory) throws IOException {
      List<String> files = new ArrayList<>();
      for (BundleFile each : BundleFile.values()) {
        Path file = directory.resolve(each.fileName());
        try {
          BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
          String text = found.size() + " " + found.lastModifiedTime();
          files.add(each == BundleFile.DESCRIPTION ? text + " " + digest(file) : text);
        } catch (NoSuchFileException e) {
          files.add(MISSING);
        }
      }
      return new BundleFingerprint(files);
    }

    private static String digest(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        return DigestUtils.sha256Hex(in.readNBytes(MOST_BYTES));
      }
    }

    /** Whether there is nothing of a bundle. */
    boolean empty() {
      return files.stream().allMatch(MISSING::equals);
    }
  }
}
