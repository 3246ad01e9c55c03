package space.maneuver.evaluation.metrics.events;

import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Type;

/**
 * What a detection says of its maneuver beyond time and confidence.
 *
 * @param earliest begin of the interval that should hold it, days since 1970-01-01T00:00 UTC
 * @param latest end of that interval
 * @param type direction of the delta-v
 * @param deltaV size of the velocity change, m/s; null where it is not known
 */
public record Estimate(double earliest, double latest, Type type, @Nullable Double deltaV) {

  static Estimate of(Maneuver maneuver) {
    return new Estimate(
        ReferenceDays.of(maneuver.earliest()),
        ReferenceDays.of(maneuver.latest()),
        maneuver.type(),
        maneuver.deltaV() == null ? null : maneuver.deltaV().total());
  }

  /** Whether any part of an event lies in the interval. */
  boolean covers(Event event) {
    return earliest <= event.end() && latest >= event.start();
  }

  double widthDays() {
    return latest - earliest;
  }
}
