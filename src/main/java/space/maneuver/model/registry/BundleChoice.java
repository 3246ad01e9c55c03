package space.maneuver.model.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.BundleFile;
import space.maneuver.model.bundle.LoadedBundle;

/** Decides which bundles to serve. */
final class BundleChoice {

  private final List<LoadedBundle> classPath;
  private final BundleDirectory directory;

  /**
   * Chooses among bundles.
   *
   * @throws BundleException if a name occurs twice on the class path
   */
  BundleChoice(List<LoadedBundle> classPath, BundleDirectory directory) {
    this.classPath = classPath;
    this.directory = directory;
    Map<String, LoadedBundle> byName = new TreeMap<>();
    for (LoadedBundle bundle : classPath) {
      LoadedBundle other = byName.put(bundle.description().name(), bundle);
      if (other != null) {
        throw new BundleException(file(bundle), "name", twice(bundle, other), null);
      }
    }
  }

  /**
   * Returns all versions in the directory, and the bundles of the class path whose names are not in
   * the directory. If two folders offer the same version, the first one is chosen.
   */
  List<LoadedBundle> choose() {
    Map<String, LoadedBundle> chosen = new TreeMap<>();
    for (BundleFolder folder : directory.folders()) {
      LoadedBundle offer = folder.offer();
      while (offer != null) {
        LoadedBundle other = chosen.putIfAbsent(offer.description().id(), offer);
        if (other == null) {
          break;
        }
        folder.defer(file(offer) + ": name " + twice(offer, other));
        offer = folder.offer();
      }
    }
    Set<String> names =
        chosen.values().stream()
            .map(bundle -> bundle.description().name())
            .collect(Collectors.toSet());
    List<LoadedBundle> all = new ArrayList<>(chosen.values());
    classPath.stream()
        .filter(bundle -> !names.contains(bundle.description().name()))
        .forEach(all::add);
    return all;
  }

  /** Returns the folder that offers a bundle; null if the bundle is on the class path. */
  @Nullable BundleFolder folder(LoadedBundle bundle) {
    for (BundleFolder folder : directory.folders()) {
      if (folder.offer() == bundle) {
        return folder;
      }
    }
    return null;
  }

  private static String file(LoadedBundle bundle) {
    return bundle.place() + '/' + BundleFile.DESCRIPTION.fileName();
  }

  private static String twice(LoadedBundle bundle, LoadedBundle other) {
    return "is "
        + bundle.description().id()
        + "; expected a name or version other than that in "
        + other.place();
  }
}
