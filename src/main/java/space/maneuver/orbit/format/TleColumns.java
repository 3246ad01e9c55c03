package space.maneuver.orbit.format;

/**
 * Numbers from the fixed columns of a TLE line, where a blank stands for a zero. Columns are given
 * as indices from 0, the end excluded. Results equal the nearest double to the decimal number, as
 * {@link Double#parseDouble} gives it: all mantissas and powers of ten here are exact doubles.
 */
final class TleColumns {

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
  };
  private static final int MANTISSA_DIGITS = 5;

  private final String line;

  TleColumns(String line) {
    this.line = line;
  }

  /** A whole number; 0 when all is blank. */
  long digits(int from, int to, String field) throws FieldFault {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + digit(i, from, to, field);
    }
    return number;
  }

  /** A number with a point, perhaps with a sign: "098.6197", "-.00000044". */
  double decimal(int from, int to, String field) throws FieldFault {
    int i = afterBlanks(from, to);
    boolean negative = i < to && line.charAt(i) == '-';
    if (i < to && (negative || line.charAt(i) == '+')) {
      i++;
    }
    long mantissa = 0;
    int point = -1;
    for (; i < to; i++) {
      if (line.charAt(i) == '.' && point < 0) {
        point = i;
      } else {
        mantissa = 10 * mantissa + digit(i, from, to, field);
      }
    }
    if (point < 0) {
      throw fault(from, to, field, "has no decimal point");
    }
    double size = mantissa / POWERS[to - 1 - point];
    return negative ? -size : size;
  }

  /** Seven digits after a point that is not written: "0011640". */
  double fraction(int from, int to, String field) throws FieldFault {
    if (afterBlanks(from, to) == to) {
      throw fault(from, to, field, "is missing");
    }
    return digits(from, to, field) / POWERS[to - from];
  }

  /** A sign, five digits after a point that is not written, an exponent: " 34803-4". */
  double exponential(int from, int to, String field) throws FieldFault {
    char sign = line.charAt(from);
    char exponentSign = line.charAt(to - 2);
    if ((sign != ' ' && sign != '-' && sign != '+' && sign != '0')
        || (exponentSign != '-'
            && exponentSign != '+'
            && exponentSign != '0'
            && exponentSign != ' ')) {
      throw fault(from, to, field, "is not written as a sign, five digits, a sign and a digit");
    }
    long mantissa = digits(from + 1, from + 1 + MANTISSA_DIGITS, field);
    int exponent = digit(to - 1, from, to, field);
    int power = (exponentSign == '-' ? -exponent : exponent) - MANTISSA_DIGITS;
    double size = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
    return sign == '-' ? -size : size;
  }

  /** A number within the bounds of its quantity. */
  double within(double value, int from, int to, Quantity quantity) throws FieldFault {
    if (!quantity.admits(value)) {
      throw fault(from, to, quantity.label(), quantity.refusal());
    }
    return value;
  }

  FieldFault fault(int from, int to, String field, String reason) {
    return new FieldFault(field, line.substring(from, to), reason);
  }

  private int afterBlanks(int from, int to) {
    int i = from;
    while (i < to && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private int digit(int i, int from, int to, String field) throws FieldFault {
    char c = line.charAt(i);
    if (c == ' ') {
      return 0;
    }
    if (c < '0' || c > '9') {
      throw fault(from, to, field, "is not a number");
    }
    return c - '0';
  }
}
