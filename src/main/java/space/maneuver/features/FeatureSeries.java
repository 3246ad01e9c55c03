package space.maneuver.features;

import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.History;

/** The channels of a history, from which windows of whole UTC days are cut. */
public sealed interface FeatureSeries permits DailySeries, ElementSetSeries {

  /** The schema of a sampling. */
  static FeatureSchema schema(Sampling sampling) {
    return switch (sampling) {
      case DAILY -> DailyFeatures.SCHEMA;
      case PER_ELEMENT_SET -> ElementSetFeatures.SCHEMA;
    };
  }

  /**
   * Computes the channels of a history.
   *
   * @param sampling of the windows' schema
   * @param solarFlux F10.7 of each day, or {@link SolarFlux#NONE}; only daily windows contain it
   */
  static FeatureSeries of(Sampling sampling, History history, SolarFlux solarFlux) {
    return switch (sampling) {
      case DAILY -> DailySeries.of(history, solarFlux);
      case PER_ELEMENT_SET -> ElementSetSeries.of(history);
    };
  }

  /** First day, in days since 1970-01-01 UTC. */
  long firstDay();

  /** Number of days from that of the first element set to that of the last, inclusive. */
  int days();

  /**
   * Returns the window of {@code days} days that starts on day {@code from} of this series; it may
   * extend beyond either end. Nothing after the window is used.
   */
  FeatureWindow window(int from, int days);
}
