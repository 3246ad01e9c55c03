package space.maneuver.training;

import java.util.Set;
import space.maneuver.evaluation.Evaluation;
import space.maneuver.model.bundle.MeasuredRegimes;
import space.maneuver.orbit.OrbitRegime;

/** What an {@link Evaluation} was measured on, regime by regime, Markdown. */
final class CardRegimes {

  private CardRegimes() {}

  static String of(Evaluation evaluation) {
    StringBuilder text = new StringBuilder("| regime | measured on |\n|---|---|\n");
    for (OrbitRegime regime : OrbitRegime.values()) {
      text.append("| ")
          .append(regime)
          .append(" | ")
          .append(measuredOn(MeasuredRegimes.satellites(evaluation.regimes(), regime)))
          .append(" |\n");
    }
    return text.append('\n').toString();
  }

  private static String measuredOn(Set<String> satellites) {
    if (satellites.isEmpty()) {
      return "**not measured**: no satellite with known burns; rests on what was trained on";
    }
    String names = String.join(", ", satellites);
    return MeasuredRegimes.isReal(satellites) ? names : "**simulated burns only**: " + names;
  }
}
