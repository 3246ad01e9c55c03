package space.maneuver.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param name what was measured
 * @param value measured value
 * @param unit unit of the value
 * @param least lower limit of the target; null if there is none
 * @param most upper limit of the target; null if there is none
 */
record BenchRow(
    String name, double value, String unit, @Nullable Double least, @Nullable Double most) {

  static BenchRow of(String name, double value, String unit) {
    return new BenchRow(name, value, unit, null, null);
  }

  static BenchRow atLeast(String name, double value, String unit, double least) {
    return new BenchRow(name, value, unit, least, null);
  }

  static BenchRow atMost(String name, double value, String unit, double most) {
    return new BenchRow(name, value, unit, null, most);
  }

  /** Returns the target and whether it was missed, such as ">= 100,000" or "<= 256, missed". */
  String target() {
    if (least != null) {
      return ">= " + number(least) + (value >= least ? "" : ", missed");
    }
    return most == null ? "" : "<= " + number(most) + (value <= most ? "" : ", missed");
  }

  boolean missed() {
    return target().endsWith("missed");
  }

  /** Formats a number with its significant digits. */
  static String number(double value) {
    boolean whole = Math.abs(value) >= 1000 || value == Math.rint(value);
    String form = whole ? "%,.0f" : Math.abs(value) >= 100 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }
}
