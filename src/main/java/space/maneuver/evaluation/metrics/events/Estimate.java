package space.maneuver.evaluation.metrics.events;

import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Type;

/**
 * Interval, type and delta-v of a detected maneuver.
 *
 * @param earliest start of the 90 % interval, days since 1970-01-01T00:00 UTC
 * @param latest end of the interval, same days
 * @param type direction of the delta-v
 * @param deltaV delta-v with its standard deviation; null if unknown
 */
public record Estimate(double earliest, double latest, Type type, @Nullable DeltaV deltaV) {

  static Estimate of(Maneuver maneuver) {
    return new Estimate(
        ReferenceDays.of(maneuver.earliest()),
        ReferenceDays.of(maneuver.latest()),
        maneuver.type(),
        maneuver.deltaV());
  }

  /** Returns whether any part of an event lies in the interval. */
  boolean covers(Event event) {
    return earliest <= event.end() && latest >= event.start();
  }

  double widthDays() {
    return latest - earliest;
  }
}
