package space.maneuver.model.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.BundleException;

/** The directory of bundles, looked at again and again: that works on every file system. */
final class BundleDirectory {

  private final @Nullable Path path;
  private final Map<Path, BundleFolder> folders = new TreeMap<>();
  private @Nullable String fault;

  /**
   * @param path null when there is none
   */
  BundleDirectory(@Nullable Path path) {
    this.path = path;
  }

  /**
   * Takes what is there, finished or not.
   *
   * @throws BundleException when it cannot be listed
   */
  void lookFirst() {
    if (path != null) {
      look(path, false);
    }
  }

  /**
   * Takes what is new, and lets go what is no longer there, if it looks as it did the last time. A
   * directory that cannot be listed, as when a network is down, changes nothing.
   */
  void look() {
    if (path != null) {
      try {
        look(path, true);
        fault = null;
      } catch (BundleException e) {
        fault = e.getMessage();
      }
    }
  }

  private void look(Path directory, boolean patient) {
    for (Path each : BundleFinder.in(directory)) {
      folders.computeIfAbsent(each, BundleFolder::new);
    }
    folders.values().forEach(each -> each.look(patient));
    folders.values().removeIf(BundleFolder::gone);
  }

  /** In the order of their names. */
  Collection<BundleFolder> folders() {
    return folders.values();
  }

  List<BundleFault> faults() {
    Stream<BundleFault> own =
        fault == null ? Stream.of() : Stream.of(new BundleFault(String.valueOf(path), fault));
    return Stream.concat(
            own, folders.values().stream().map(BundleFolder::fault).filter(Objects::nonNull))
        .toList();
  }

  /** Finds where in a directory bundles may be. */
  private static final class BundleFinder {

    /** At the root of many volumes. */
    private static final String LOST_AND_FOUND = "lost+found";

    private BundleFinder() {}

    /**
     * Directories in a directory. Names with a dot in front are passed over: they are half-written
     * or of the platform.
     *
     * @throws BundleException when it cannot be listed
     */
    static List<Path> in(Path directory) {
      if (!Files.isDirectory(directory)) {
        String fault = Files.exists(directory) ? "is no directory" : "does not exist";
        throw new BundleException(
            directory.toString(),
            "",
            "cannot be listed: it "
                + fault
                + "; expected a directory with a folder for each bundle",
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
}
