package space.maneuver.features.gap;

import java.util.function.IntUnaryOperator;
import space.maneuver.features.window.Normaliser;
import space.maneuver.math.Medians;
import space.maneuver.math.SortedWindow;

/**
 * An object's own noise as the unit of a channel: centre and scale from the gaps up to the newest
 * step of a request.
 *
 * @param centre median of the gaps of the last 60 days, at least 15; 0 of none
 * @param scale 1.4826 times the median absolute deviation of the gaps of the last 180 days, at
 *     least 45, from their own median, but at least {@value #FLOOR} km
 */
record TrailingScale(double centre, double scale) {

  static final double FLOOR = 5e-4;

  private static final int CENTRE_DAYS = 60;
  private static final int FEWEST_CENTRE_GAPS = 15;
  private static final int SCALE_DAYS = 180;
  private static final int FEWEST_SCALE_GAPS = 45;

  /**
   * The scales of all requests.
   *
   * @param series a number for each gap, NaN where missing
   * @param lookAhead how many steps after its own a number needs; a request without them has not
   *     got the number
   * @param farthest the most steps that any number needs
   * @return a scale for each step, of the request that ends with it
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
