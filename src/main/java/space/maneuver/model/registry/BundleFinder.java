package space.maneuver.model.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import space.maneuver.model.bundle.BundleException;

/** Finds where in a directory bundles may be. */
final class BundleFinder {

  /** At the root of many volumes. */
  private static final String LOST_AND_FOUND = "lost+found";

  private BundleFinder() {}

  /**
   * Directories in a directory. Names with a dot in front are passed over: they are half-written or
   * of the platform.
   *
   * @throws BundleException when it cannot be listed
   */
  static List<Path> in(Path directory) {
    if (!Files.isDirectory(directory)) {
      String fault = Files.exists(directory) ? "is no directory" : "does not exist";
      throw new BundleException(
          directory.toString(),
          "",
          "cannot be listed: it " + fault + "; expected a directory with a folder for each bundle",
          null);
    }
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(child -> Files.isDirectory(child) && !isHidden(child)).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BundleException(directory.toString(), "", "cannot be listed: " + e, e);
    }
  }

  private static boolean isHidden(Path child) {
    String name = child.getFileName().toString();
    return name.startsWith(".") || name.equals(LOST_AND_FOUND);
  }
}
