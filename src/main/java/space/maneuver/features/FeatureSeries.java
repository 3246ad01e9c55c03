package space.maneuver.features;

import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.History;

/** The windows of one history, of whole UTC days each, in the units of a schema. */
public sealed interface FeatureSeries permits DailySeries, ElementSetSeries {

  /** The schema that windows of a sampling are computed by. */
  static FeatureSchema schema(Sampling sampling) {
    return switch (sampling) {
      case DAILY -> DailyFeatures.SCHEMA;
      case PER_ELEMENT_SET -> ElementSetFeatures.SCHEMA;
    };
  }

  /**
   * Computes the channels of a history.
   *
   * @param sampling of the schema that the windows are to have
   * @param solarFlux F10.7 of each day, or {@link SolarFlux#NONE}; only daily windows hold it
   */
  static FeatureSeries of(Sampling sampling, History history, SolarFlux solarFlux) {
    return switch (sampling) {
      case DAILY -> DailySeries.of(history, solarFlux);
      case PER_ELEMENT_SET -> ElementSetSeries.of(history);
    };
  }

  /** First day, in days since 1970-01-01 UTC. */
  long firstDay();

  /** Number of days from the first element set's to the last one's, both counted. */
  int days();

  /**
   * The window of {@code days} days from day {@code from} of this series on, which may reach beyond
   * either end. Nothing after it is used.
   */
  FeatureWindow window(int from, int days);
}
