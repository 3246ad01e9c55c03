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

/** The model directory. It is polled, which works on every file system. */
final class BundleDirectory {

  private final @Nullable Path path;
  private final Map<Path, BundleFolder> folders = new TreeMap<>();
  private @Nullable String fault;

  /**
   * Watches a directory.
   *
   * @param path null if there is none
   */
  BundleDirectory(@Nullable Path path) {
    this.path = path;
  }

  /**
   * Reads the bundles on startup, without waiting for their files to stop changing.
   *
   * @throws BundleException if the directory cannot be listed
   */
  void load() {
    if (path != null) {
      refresh(path, false);
    }
  }

  /**
   * Reads new and changed bundles and drops removed ones, once their files have stopped changing. A
   * directory that cannot be listed, for example because a network is down, changes nothing.
   */
  void refresh() {
    if (path != null) {
      try {
        refresh(path, true);
        fault = null;
      } catch (BundleException e) {
        fault = e.getMessage();
      }
    }
  }

  private void refresh(Path directory, boolean stable) {
    for (Path each : BundleFinder.in(directory)) {
      folders.computeIfAbsent(each, BundleFolder::new);
    }
    folders.values().forEach(each -> each.refresh(stable));
    folders.values().removeIf(BundleFolder::gone);
  }

  /** Returns the folders, in the order of their names. */
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

  /** Finds the directories that may contain bundles. */
  private static final class BundleFinder {

    /** Present in the root of many volumes. */
    private static final String LOST_AND_FOUND = "lost+found";

    private BundleFinder() {}

    /**
     * Returns the subdirectories, except those whose name starts with a dot, which are half-written
     * or belong to the platform.
     *
     * @throws BundleException if the directory cannot be listed
     */
    static List<Path> in(Path directory) {
      if (!Files.isDirectory(directory)) {
        String fault = Files.exists(directory) ? "is not a directory" : "does not exist";
        throw new BundleException(
            directory.toString(),
            "",
            "cannot be listed: it "
                + fault
                + "; expected a directory with one subdirectory per bundle",
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
