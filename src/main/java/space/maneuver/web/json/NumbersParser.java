package space.maneuver.web.json;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * Jackson's parser with a fast path that reads a run of numbers in one call. Anything out of the
 * ordinary is left to Jackson, which resumes right before it, so that what is accepted, what is an
 * error, and its position are the same as without the fast path.
 */
public final class NumbersParser extends UTF8StreamJsonParser {

  /** This many digits always fit into a long. */
  private static final int MAX_DIGITS = 18;

  private static final int MAX_EXPONENT = 1000;

  private int row;
  private int rowStart;
  private float number;

  NumbersParser(
      ObjectReadContext reading,
      IOContext io,
      int streamFeatures,
      int formatFeatures,
      @Nullable InputStream in,
      ByteQuadsCanonicalizer symbols,
      byte[] buffer,
      int start,
      int end,
      boolean recyclable) {
    super(
        reading,
        io,
        streamFeatures,
        formatFeatures,
        in,
        symbols,
        buffer,
        start,
        end,
        0,
        recyclable);
  }

  /**
   * Reads numbers of the current list as long as they are simple; the next token is what follows
   * them. Each is a finite float, rounded as by {@link Float#parseFloat}.
   *
   * @param into receives the numbers, starting at {@code from}
   * @param max maximum number of numbers to read
   * @return number of numbers read, possibly 0
   */
  public int numbers(float[] into, int from, int max) {
    if (_tokenIncomplete) {
      return 0;
    }
    row = _currInputRow;
    rowStart = _currInputRowStart;
    boolean first = !_streamReadContext.hasCurrentIndex();
    int count = 0;
    int at = _inputPtr;
    while (count < max) {
      int start = first && count == 0 ? at : comma(at);
      int after = start < 0 ? -1 : number(blanks(start));
      if (after < 0) {
        break;
      }
      into[from + count] = number;
      count++;
      at = after;
      _currInputRow = row;
      _currInputRowStart = rowStart;
    }
    if (count > 0) {
      _inputPtr = at;
      if (first) {
        // What follows must now start with a comma.
        _streamReadContext.expectComma();
      }
    }
    return count;
  }

  /** Position after the comma that comes next; -1 if there is none. */
  private int comma(int from) {
    int at = blanks(from);
    return at < _inputEnd && _inputBuffer[at] == ',' ? at + 1 : -1;
  }

  private int blanks(int from) {
    int at = from;
    while (at < _inputEnd) {
      byte next = _inputBuffer[at];
      if (next == '\n') {
        row++;
        rowStart = at + 1;
      } else if (next != ' ') {
        break;
      }
      at++;
    }
    return at;
  }

  /**
   * Reads a number that ends inside the buffer; returns the position after it, or -1 if the number
   * is not simple.
   */
  private int number(int from) {
    byte[] buffer = _inputBuffer;
    int end = _inputEnd;
    int at = from;
    // Without a branch on the sign, which would be mispredicted half the time.
    int negative = at < end && buffer[at] == '-' ? 1 : 0;
    at += negative;
    int start = at;
    long digits = 0;
    while (at < end && isDigit(buffer[at])) {
      digits = digits * 10 + (buffer[at++] - '0');
    }
    int count = at - start;
    if (at == start || at - start > 1 && buffer[start] == '0') {
      return -1;
    }
    int exponent = 0;
    if (at < end && buffer[at] == '.') {
      int point = ++at;
      if (at <= end - EightDigits.BYTES) {
        int few = EightDigits.count(buffer, at);
        digits = EightDigits.append(digits, buffer, at, few);
        at += few;
      }
      while (at < end && isDigit(buffer[at])) {
        digits = digits * 10 + (buffer[at++] - '0');
      }
      if (at == point) {
        return -1;
      }
      count += at - point;
      exponent = point - at;
    }
    // More digits than this may have overflowed; checked once, after all digits.
    if (count > MAX_DIGITS) {
      return -1;
    }
    if (at < end && (buffer[at] | 0x20) == 'e') {
      at++;
      boolean below = at < end && buffer[at] == '-';
      if (below || at < end && buffer[at] == '+') {
        at++;
      }
      int first = at;
      int given = 0;
      while (at < end && isDigit(buffer[at]) && given < MAX_EXPONENT) {
        given = given * 10 + (buffer[at++] - '0');
      }
      if (at == first) {
        return -1;
      }
      exponent += below ? -given : given;
    }
    if (at >= end || !endsNumber(buffer[at])) {
      return -1;
    }
    float size = DecimalFloat.of(digits, exponent);
    number = Float.intBitsToFloat(Float.floatToRawIntBits(size) | negative << 31);
    return Float.isNaN(size) ? -1 : at;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  private static boolean endsNumber(byte next) {
    return next == ',' || next == ']' || next == ' ' || next == '\n';
  }

  /** Converts decimal numbers to the nearest float where one operation on doubles decides it. */
  private static final class DecimalFloat {

    private static final int LARGEST_POWER = 44;
    private static final double[] POWERS = new double[2 * LARGEST_POWER + 1];

    /**
     * Mask of the bits of a double that a float lacks; {@link #HALFWAY} is their value halfway
     * between two floats.
     */
    private static final long REST = (1L << 29) - 1;

    private static final long HALFWAY = 1L << 28;

    /**
     * Bound, with a wide margin, on the rounding error of digits, power and result, in units in the
     * last place.
     */
    private static final long MARGIN = 8;

    static {
      for (int power = -LARGEST_POWER; power <= LARGEST_POWER; power++) {
        POWERS[LARGEST_POWER + power] = Double.parseDouble("1e" + power);
      }
    }

    private DecimalFloat() {}

    /**
     * Returns {@code digits} times ten to the {@code exponent}, rounded as by {@link
     * Float#parseFloat}; NaN if the rounding is too close to call or the number too large or too
     * small.
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
      // A negative power is inexact, but within the margin; dividing by its inverse is slower.
      double value = digits * POWERS[LARGEST_POWER + exponent];
      if (value < Float.MIN_NORMAL || value > Float.MAX_VALUE) {
        return Float.NaN;
      }
      long distance = (Double.doubleToRawLongBits(value) & REST) - HALFWAY;
      return Math.abs(distance) <= MARGIN ? Float.NaN : (float) value;
    }
  }

  /**
   * Parses up to eight decimal digits at once, as the bytes of one long (Lemire, Number parsing at
   * a gigabyte per second, 2021). Counting the digits needs no branch that could be mispredicted.
   */
  private static final class EightDigits {

    static final int BYTES = Long.BYTES;

    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ZEROS = 0x3030303030303030L;
    private static final long TO_HIGH_BIT = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long PAIRS = 0x000000FF000000FFL;
    private static final long MILLION_AND_HUNDRED = 1_000_000L << 32 | 100;
    private static final long TEN_THOUSAND_AND_ONE = 10_000L << 32 | 1;

    private static final long[] POWERS = {
      1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private EightDigits() {}

    /** Number of digits that come next, 0 to 8; reads eight bytes. */
    static int count(byte[] text, int at) {
      long digits = (long) LONG.get(text, at) ^ ZEROS;
      long others = (digits + TO_HIGH_BIT | digits) & HIGH_BITS;
      return Long.numberOfTrailingZeros(others) / BYTES;
    }

    /** Appends digits to the number that the preceding digits form. */
    static long append(long before, byte[] text, int at, int count) {
      long digits = (long) LONG.get(text, at) ^ ZEROS;
      // Padded with leading zeros, fewer digits are eight as well.
      long eight = count == 0 ? 0 : digits << (BYTES * (BYTES - count));
      long pairs = eight * 10 + (eight >>> BYTES);
      long sum =
          (pairs & PAIRS) * MILLION_AND_HUNDRED + (pairs >>> 16 & PAIRS) * TEN_THOUSAND_AND_ONE;
      return before * POWERS[count] + (sum >>> 32);
    }
  }
}
