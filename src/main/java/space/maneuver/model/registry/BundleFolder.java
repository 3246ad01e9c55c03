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
 * A directory that contains, or used to contain, a bundle. It offers the newest bundle that could
 * be read and was not rejected.
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
   * Reads the bundle if it has changed.
   *
   * @param stable require two identical fingerprints in a row, so that a folder still being copied
   *     is not loaded
   */
  void refresh(boolean stable) {
    try {
      BundleFingerprint now = BundleFingerprint.of(path);
      boolean settled = !stable || now.equals(seen);
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
      // An I/O error may be transient; an invalid bundle stays invalid.
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

  /** Rejects the offer; the previous one is offered again. */
  void reject(String reason) {
    offer = previous;
    previous = null;
    fault = reason;
  }

  /** Rejects the offer for a reason outside the bundle, which will therefore be read again. */
  void defer(String reason) {
    reject(reason);
    taken = null;
  }

  /** Records that the offer is in service. */
  void accept() {
    previous = null;
  }

  /** Whether the bundle has been removed. */
  boolean gone() {
    return taken != null && taken.empty();
  }

  /** Returns why the bundle in the directory is not served; null if it is. */
  @Nullable BundleFault fault() {
    return fault == null ? null : new BundleFault(path.toString(), fault);
  }

  /**
   * A cheap fingerprint of a bundle's files: their sizes and modification times, and the whole
   * description, which contains the digest of the network. File identifiers are not used, since
   * some network file systems generate new ones each time.
   *
   * @param files one text per file
   */
  private record BundleFingerprint(List<String> files) {

    private static final String MISSING = "";
    private static final int MAX_BYTES = 1 << 22;

    BundleFingerprint {
      files = List.copyOf(files);
    }

    /** Takes the fingerprint of a directory, following symbolic links. */
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
        return DigestUtils.sha256Hex(in.readNBytes(MAX_BYTES));
      }
    }

    /** Whether no file of a bundle is present. */
    boolean empty() {
      return files.stream().allMatch(MISSING::equals);
    }
  }
}
