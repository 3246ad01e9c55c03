package space.maneuver.model.bundle;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import space.maneuver.orbit.OrbitRegime;

/**
 * Determines the orbit regimes that the metrics of an evaluation cover, and the satellites they are
 * based on. Training writes the result into {@code measuredRegimes} of a bundle; an older bundle,
 * without that field, gets it by the same rule when it is read. Nothing else inspects the metrics.
 */
public final class MeasuredRegimes {

  /** Prefix of the names of simulated histories. */
  private static final String SIMULATED = "simulated-";

  private static final String[] PATH = {"events", "gap", "satellites"};

  private MeasuredRegimes() {}

  /** Returns the regimes measured on published burns, given the {@code metrics} of a bundle. */
  public static Set<OrbitRegime> of(Map<String, Object> metrics) {
    return metrics.get("regimes") instanceof Map<?, ?> regimes
        ? Arrays.stream(OrbitRegime.values())
            .filter(regime -> isReal(satellites(regimes, regime)))
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** Whether any of the satellites has published burns rather than simulated ones. */
  public static boolean isReal(Set<String> satellites) {
    return !satellites.stream().allMatch(name -> name.startsWith(SIMULATED));
  }

  /**
   * Returns the names in {@code REGIME.events.gap.satellites} of the metrics, in order; possibly
   * none.
   */
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
