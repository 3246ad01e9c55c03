package space.maneuver.model.bundle;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Unmodifiable copies in the order of their keys, so that equal bundles give equal files. */
final class Sorted {

  private Sorted() {}

  static <K extends Comparable<K>, V> Map<K, V> copy(Map<K, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
