package space.maneuver.orbit.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The notation of B* in a TLE: five digits after a point that is not written, and an exponent. */
final class TleExponential {

  private static final int DIGITS = 5;
  private static final int GREATEST_EXPONENT = 9;
  private static final int LEAST_PLACE = DIGITS + GREATEST_EXPONENT;
  private static final String ZERO = " 00000-0";

  private TleExponential() {}

  /** The nearest number that the notation holds. */
  static BigDecimal round(double value) {
    BigDecimal five = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    return five.scale() > LEAST_PLACE ? five.setScale(LEAST_PLACE, RoundingMode.HALF_EVEN) : five;
  }

  /**
   * Eight characters, such as " 34803-4" for 3.4803e-5.
   *
   * @throws IllegalArgumentException from 1e9 on
   */
  static String format(double value) {
    BigDecimal rounded = round(value);
    if (rounded.signum() == 0) {
      return ZERO;
    }
    int exponent = Math.max(rounded.precision() - rounded.scale(), -GREATEST_EXPONENT);
    if (exponent > GREATEST_EXPONENT) {
      throw new IllegalArgumentException(value + " does not fit into a TLE");
    }
    long digits = rounded.abs().movePointRight(DIGITS - exponent).longValueExact();
    return (rounded.signum() < 0 ? "-" : " ")
        + Digits.zeros(digits, DIGITS)
        + (exponent > 0 ? "+" : "-")
        + Math.abs(exponent);
  }
}
