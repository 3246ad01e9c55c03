package space.maneuver.evaluation.metrics.events;

import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.orbit.Burn;

/**
 * A published burn, as the metrics see it. One record counts as one burn, however many thrusts it
 * had.
 *
 * @param start begin, days since 1970-01-01T00:00 UTC
 * @param end end, in the same days
 * @param deltaV size of the velocity change, m/s; NaN when not published
 * @param type direction of its largest component; unknown when none is published or all are 0
 */
public record LabelledBurn(double start, double end, double deltaV, Type type) {

  /** Of unpublished direction. */
  public LabelledBurn(double start, double end, double deltaV) {
    this(start, end, deltaV, Type.UNKNOWN);
  }

  /** The burn in days, cut to microseconds. */
  public static LabelledBurn of(Burn burn) {
    return new LabelledBurn(
        ReferenceDays.of(burn.start()), ReferenceDays.of(burn.end()), burn.total(), type(burn));
  }

  private static Type type(Burn burn) {
    double along = Math.abs(burn.alongTrack());
    double cross = Math.abs(burn.crossTrack());
    double radial = Math.abs(burn.radial());
    if (!(burn.total() > 0)) {
      return Type.UNKNOWN;
    }
    if (along >= Math.max(cross, radial)) {
      return Type.IN_TRACK;
    }
    return cross >= radial ? Type.CROSS_TRACK : Type.RADIAL;
  }
}
