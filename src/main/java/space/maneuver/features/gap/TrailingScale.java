package space.maneuver.features.gap;

import java.util.function.IntUnaryOperator;
import space.maneuver.features.window.Normaliser;
import space.maneuver.math.Medians;
import space.maneuver.math.SortedWindow;

/**
 * Center and scale of a channel, estimated from the object's own gaps up to the newest step.
 *
 * @param centre median over the gaps of the last 60 days, at least 15 gaps; 0 if there is none
 * @param scale 1.4826 times the median absolute deviation over the gaps of the last 180 days, at
 *     least 45 gaps, from their median; at least {@value #FLOOR} km
 */
record TrailingScale(double centre, double scale) {

  static final double FLOOR = 5e-4;

  private static final int CENTRE_DAYS = 60;
  private static final int FEWEST_CENTRE_GAPS = 15;
  private static final int SCALE_DAYS = 180;
  private static final int FEWEST_SCALE_GAPS = 45;

  /**
   * Computes the scale for every choice of the newest step.
   *
   * @param series a value for each gap, NaN where missing
   * @param lookAhead number of later steps that the value of a gap needs; it is missing without
   *     them
   * @param farthest upper bound of {@code lookAhead}
   * @return a scale for each newest step
   */
  static TrailingScale[] of(
      double[] series, Cadence cadence, IntUnaryOperator lookAhead, int farthest) {
    TrailingScale[] scales = new TrailingScale[series.length];
    SortedWindow recent = new SortedWindow(series, CENTRE_DAYS);
    SortedWindow all = new SortedWindow(series, SCALE_DAYS);
    for (int newest = 0; newest < scales.length; newest++) {
      recent.startAt(after(newest - cadence.steps(CENTRE_DAYS, FEWEST_CENTRE_GAPS, newest)));
      all.startAt(after(newest - cadence.steps(SCALE_DAYS, FEWEST_SCALE_GAPS, newest)));
      for (int k = Math.max(newest - farthest, 0); k <= newest; k++) {
        if (k + lookAhead.applyAsInt(k) == newest) {
          recent.add(k);
          all.add(k);
        }
      }
      scales[newest] = of(recent.median(), all.medianDeviation());
    }
    return scales;
  }

  private static TrailingScale of(double median, double deviation) {
    return new TrailingScale(
        Double.isNaN(median) ? 0 : median,
        Double.isNaN(deviation) ? FLOOR : Math.max(Medians.MAD_TO_SIGMA * deviation, FLOOR));
  }

  private static int after(int k) {
    return Math.max(k + 1, 0);
  }

  /** z = (x - centre) / scale; NaN where missing. */
  double standard(double value) {
    return (value - centre) / scale;
  }

  /** z, compressed to sign(z) ln(1 + |z|); 0 where missing. */
  float apply(double value) {
    double z = standard(value);
    return Double.isNaN(z) ? 0 : Normaliser.compress(z);
  }
}
