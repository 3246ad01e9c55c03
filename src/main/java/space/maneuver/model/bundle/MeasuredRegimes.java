package space.maneuver.model.bundle;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import space.maneuver.orbit.OrbitRegime;

/**
 * Which orbit regimes the figures of an evaluation are about, and on which satellites they rest.
 * Training writes the outcome into {@code measuredRegimes} of a bundle; a bundle without that field
 * is from before, and gets it by the same rule when it is read. Nothing else looks into the
 * figures.
 */
public final class MeasuredRegimes {

  /** As the simulator names its histories. */
  private static final String SIMULATED = "simulated-";

  private static final String[] PATH = {"events", "gap", "satellites"};

  private MeasuredRegimes() {}

  /** Those measured on published burns, by {@code metrics} of a bundle. */
  public static Set<OrbitRegime> of(Map<String, Object> metrics) {
    return metrics.get("regimes") instanceof Map<?, ?> regimes
        ? Arrays.stream(OrbitRegime.values())
            .filter(regime -> isReal(satellites(regimes, regime)))
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** Whether any of them had published burns, not simulated ones alone. */
  public static boolean isReal(Set<String> satellites) {
    return !satellites.stream().allMatch(name -> name.startsWith(SIMULATED));
  }

  /** Names in {@code REGIME.events.gap.satellites} of the figures, in order; may be none. */
  public static Set<String> satellites(Map<?, ?> regimes, OrbitRegime regime) {
    Object node = regimes.get(regime.name());
    for (String field : PATH) {
      node = node instanceof Map<?, ?> map ? map.get(field) : null;
    }
    return node instanceof Map<?, ?> map
        ? new TreeSet<>(map.keySet().stream().map(String::valueOf).toList())
        : Set.of();
  }
}
