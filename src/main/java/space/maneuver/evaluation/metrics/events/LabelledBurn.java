package space.maneuver.evaluation.metrics.events;

import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.orbit.Burn;

/**
 * A published burn as the metrics use it. One record counts as one burn when hits are counted,
 * whatever its number of thrusts.
 *
 * @param start start, days since 1970-01-01T00:00 UTC
 * @param end end, same days
 * @param deltaV magnitude of the delta-v, m/s; NaN if not published
 * @param type direction of the largest component; unknown if none is published or all are 0
 * @param alongTrack along-track delta-v, positive raises the orbit, m/s; NaN if not published
 * @param thrusts number of thrusts; 0 if the burn was announced but not carried out
 */
public record LabelledBurn(
    double start, double end, double deltaV, Type type, double alongTrack, int thrusts) {

  /** Creates a burn of a single thrust whose along-track component is not published. */
  public LabelledBurn(double start, double end, double deltaV, Type type) {
    this(start, end, deltaV, type, Double.NaN, 1);
  }

  /** Creates a burn of unpublished direction. */
  public LabelledBurn(double start, double end, double deltaV) {
    this(start, end, deltaV, Type.UNKNOWN);
  }

  /** Converts a burn; its times are truncated to microseconds. */
  public static LabelledBurn of(Burn burn) {
    return new LabelledBurn(
        ReferenceDays.of(burn.start()),
        ReferenceDays.of(burn.end()),
        burn.total(),
        type(burn),
        burn.alongTrack(),
        burn.burns());
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
