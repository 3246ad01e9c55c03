package space.maneuver.web.json;

/**
 * The float that is nearest to a decimal number, where that can be told by one operation on
 * doubles.
 */
final class DecimalFloat {

  private static final int LARGEST_POWER = 44;
  private static final double[] POWERS = new double[2 * LARGEST_POWER + 1];

  /** Bits of a double that a float has no room for, and their value halfway between two floats. */
  private static final long REST = (1L << 29) - 1;

  private static final long HALFWAY = 1L << 28;

  /**
   * Far more than the rounding of digits, power and result can amount to, in units of the last
   * place.
   */
  private static final long DOUBT = 8;

  static {
    for (int power = -LARGEST_POWER; power <= LARGEST_POWER; power++) {
      POWERS[LARGEST_POWER + power] = Double.parseDouble("1e" + power);
    }
  }

  private DecimalFloat() {}

  /**
   * {@code digits} times ten to the {@code exponent}, as {@link Float#parseFloat} rounds it; NaN
   * where it is too close to call, too large, or too small.
   *
   * @param digits not negative
   */
  static float of(long digits, int exponent) {
    if (digits == 0) {
      return 0;
    }
    if (exponent < -LARGEST_POWER || exponent > LARGEST_POWER) {
      return Float.NaN;
    }
    // A negative power is not exact, but within the doubt; dividing by its inverse takes longer.
    double value = digits * POWERS[LARGEST_POWER + exponent];
    if (value < Float.MIN_NORMAL || value > Float.MAX_VALUE) {
      return Float.NaN;
    }
    long distance = (Double.doubleToRawLongBits(value) & REST) - HALFWAY;
    return Math.abs(distance) <= DOUBT ? Float.NaN : (float) value;
  }
}
