package space.maneuver.training;

import java.util.List;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.Normaliser;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.samples.DailySampler;
import space.maneuver.training.samples.LabelledSeries;
import space.maneuver.training.samples.Sampler;

/** Settings and samples of a very short training. */
public final class QuickTraining {

  public static final Normaliser NORMALISER = DailyFeatures.normaliser(false);

  private QuickTraining() {}

  public static TrainingSettings settings(long seed, int steps) {
    return new TrainingSettings(NetworkKind.DAILY_LSTM, seed, 8, 1, 1, 0.1, steps, 8, 1e-2f, 0.02f);
  }

  /** Returns settings of a small network that answers every gap. */
  public static TrainingSettings perGap(long seed, int steps) {
    return new TrainingSettings(NetworkKind.BILSTM, seed, 8, 1, 2, 0.1, steps, 8, 1e-2f, 0.02f);
  }

  static LabelledSeries series(long seed) {
    LabelledHistory history = KeplerHistory.withBurns("series", seed);
    return LabelledSeries.published(history.history(), history.burns(), SolarFlux.NONE);
  }

  /** Returns samples drawn from both series. */
  static Sampler sampler(long seed) {
    return new DailySampler(series(), NORMALISER, seed);
  }

  /** Returns samples without validation. */
  static TrainingSamples samples(long seed) {
    return new TrainingSamples(sampler(seed), List.of(), "both series");
  }

  public static TrainingPlan plan(TrainingSettings settings) {
    return new TrainingPlan(settings, SolarFlux.NONE, NegativeControl.NONE);
  }

  public static List<LabelledSeries> series() {
    return List.of(series(1), series(2));
  }
}
