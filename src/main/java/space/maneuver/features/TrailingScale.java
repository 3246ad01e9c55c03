package space.maneuver.features;

/**
 * An object's own noise as the unit of a channel: centre and scale from the gaps up to the newest
 * element set of a request.
 *
 * @param centre median of the last 60 gaps; 0 of none
 * @param scale 1.4826 times the median absolute deviation of the last 180 gaps from their own
 *     median, but at least {@value #FLOOR} km
 */
record TrailingScale(double centre, double scale) {

  static final double FLOOR = 5e-4;

  private static final int CENTRE_GAPS = 60;
  private static final int SCALE_GAPS = 180;

  /**
   * The scale of a request.
   *
   * @param series a number for each gap, NaN where missing
   * @param newest the request's newest element set
   * @param lookAhead element sets after its own that a number needs, so that the last ones are
   *     missing in this request
   */
  static TrailingScale of(double[] series, int newest, int lookAhead) {
    double[] numbers = new double[SCALE_GAPS];
    int end = newest - lookAhead;
    int count = collect(series, newest - CENTRE_GAPS + 1, end, numbers);
    double centre = count == 0 ? 0 : Median.of(numbers, count);

    count = collect(series, newest - SCALE_GAPS + 1, end, numbers);
    double middle = Median.of(numbers, count);
    for (int i = 0; i < count; i++) {
      numbers[i] = Math.abs(numbers[i] - middle);
    }
    double deviation = count == 0 ? 0 : Median.of(numbers, count);
    return new TrailingScale(centre, Math.max(Median.MAD_TO_SIGMA * deviation, FLOOR));
  }

  /** z = (x - centre) / scale, compressed to sign(z) ln(1 + |z|); 0 where missing. */
  float apply(double value) {
    double z = (value - centre) / scale;
    return Double.isNaN(z) ? 0 : Normaliser.compress(z);
  }

  private static int collect(double[] series, int from, int to, double[] numbers) {
    int count = 0;
    for (int k = Math.max(from, 0); k <= to; k++) {
      if (!Double.isNaN(series[k])) {
        numbers[count++] = series[k];
      }
    }
    return count;
  }
}
