package space.maneuver.training;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import space.maneuver.orbit.OrbitRegime;

/** What an {@link Evaluation} was measured on, regime by regime, Markdown. */
final class CardRegimes {

  /** As the simulator names its histories. */
  private static final String SIMULATED = "simulated-";

  private CardRegimes() {}

  static String of(Evaluation evaluation) {
    StringBuilder text = new StringBuilder("| regime | measured on |\n|---|---|\n");
    for (OrbitRegime regime : OrbitRegime.values()) {
      text.append("| ")
          .append(regime)
          .append(" | ")
          .append(measuredOn(satellites(evaluation, regime)))
          .append(" |\n");
    }
    return text.append('\n').toString();
  }

  private static String measuredOn(Set<String> satellites) {
    if (satellites.isEmpty()) {
      return "**not measured**: no satellite with known burns; rests on what was trained on";
    }
    String names = String.join(", ", satellites);
    return satellites.stream().allMatch(name -> name.startsWith(SIMULATED))
        ? "**simulated burns only**: " + names
        : names;
  }

  /** Names in {@code regimes.REGIME.events.gap.satellites} of the evaluation. */
  private static Set<String> satellites(Evaluation evaluation, OrbitRegime regime) {
    Object node = evaluation.regimes().get(regime.name());
    for (String field : new String[] {"events", "gap", "satellites"}) {
      node = node instanceof Map<?, ?> map ? map.get(field) : null;
    }
    return node instanceof Map<?, ?> map
        ? new TreeSet<>(map.keySet().stream().map(String::valueOf).toList())
        : Set.of();
  }
}
