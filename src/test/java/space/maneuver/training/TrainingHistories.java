package space.maneuver.training;

import java.util.List;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.Normaliser;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.samples.DailySampler;
import space.maneuver.training.samples.LabelledSeries;
import space.maneuver.training.samples.Sampler;

/** Short histories with burns that are hard to overlook, and settings that take no time. */
public final class TrainingHistories {

  public static final Normaliser NORMALISER = DailyFeatures.normaliser(false);

  private TrainingHistories() {}

  public static TrainingSettings settings(long seed, int steps) {
    return new TrainingSettings(NetworkKind.DAILY_LSTM, seed, 8, 1, 1, 0.1, steps, 8, 1e-2f, 0.02f);
  }

  /** The same of a small network that answers every gap. */
  public static TrainingSettings perGap(long seed, int steps) {
    return new TrainingSettings(NetworkKind.BILSTM, seed, 8, 1, 2, 0.1, steps, 8, 1e-2f, 0.02f);
  }

  /** 150 days with a burn every 25 to 30 days. */
  public static LabelledHistory labelled(String name, long seed) {
    KeplerHistory history = new KeplerHistory(seed);
    for (double day = 5.3 + seed % 5; day < 150; day += 25 + seed % 6) {
      history.burn(day, day % 2 < 1 ? 3 : -2, 0);
    }
    return history.labelled(name, 150);
  }

  static LabelledSeries series(long seed) {
    LabelledHistory history = labelled("series", seed);
    return LabelledSeries.published(history.history(), history.burns(), SolarFlux.NONE);
  }

  /** Draws from both series. */
  static Sampler sampler(long seed) {
    return new DailySampler(series(), NORMALISER, seed);
  }

  /** The same without validation. */
  static TrainingSamples samples(long seed) {
    return new TrainingSamples(sampler(seed), List.of(), "both series");
  }

  public static Course course(TrainingSettings settings) {
    return new Course(settings, SolarFlux.NONE, Control.NONE);
  }

  public static List<LabelledSeries> series() {
    return List.of(series(1), series(2));
  }

  public static ElementSet withMeanMotion(ElementSet elements, double meanMotion) {
    return new ElementSet(
        elements.noradId(),
        elements.name(),
        elements.internationalDesignator(),
        elements.objectClass(),
        elements.epochTicks(),
        meanMotion,
        elements.eccentricity(),
        elements.inclination(),
        elements.rightAscension(),
        elements.argumentOfPerigee(),
        elements.meanAnomaly(),
        elements.bStar(),
        elements.meanMotionDot(),
        elements.meanMotionDotDot(),
        elements.elementNumber(),
        elements.revolutionNumber());
  }
}
