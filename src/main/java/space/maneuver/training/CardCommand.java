package space.maneuver.training;

import org.jspecify.annotations.Nullable;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.LoadedBundle;

/** The command that makes a bundle again, with names in place of what lies on one's own disk. */
final class CardCommand {

  private CardCommand() {}

  /**
   * The command.
   *
   * @param course what was trained
   * @param asked the settings that were asked for
   * @param real whether there were histories with published burns
   * @param simulated number of simulated histories
   * @param from bundle that the training went on from
   * @param evaluation that brought calibration and thresholds
   */
  static String of(
      String name,
      Course course,
      TrainingSettings asked,
      boolean real,
      int simulated,
      @Nullable LoadedBundle from,
      @Nullable Evaluation evaluation) {
    TrainingSettings usualQuick = TrainingSettings.quick(asked.kind(), asked.seed());
    boolean quick = asked.equals(usualQuick.with(asked.head(), asked.loop()));
    return "train"
        + (real ? " --data DATA" : "")
        + (" --architecture " + course.settings().kind() + " --seed " + asked.seed())
        + (" --simulated " + simulated)
        + (quick ? " --quick" : "")
        + asked.loop().asOptions()
        + (course.solarFlux() == SolarFlux.NONE ? "" : " --solar-flux FILE")
        + (from == null ? "" : " --from " + from.description().name())
        + (evaluation == null ? "" : " --thresholds EVALUATION/thresholds.json")
        + (" --output " + name);
  }
}
