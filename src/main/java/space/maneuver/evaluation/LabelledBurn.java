package space.maneuver.evaluation;

import space.maneuver.orbit.Burn;

/**
 * A published burn, as the metrics see it. One record counts as one burn, however many thrusts it
 * had.
 *
 * @param start begin, days since 1970-01-01T00:00 UTC
 * @param end end, in the same days
 * @param deltaV size of the velocity change, m/s; NaN when not published
 */
public record LabelledBurn(double start, double end, double deltaV) {

  /** The burn in days, cut to microseconds. */
  public static LabelledBurn of(Burn burn) {
    return new LabelledBurn(Days.of(burn.start()), Days.of(burn.end()), burn.total());
  }
}
