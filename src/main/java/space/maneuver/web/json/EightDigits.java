package space.maneuver.web.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Up to eight decimal digits at once, as bytes of one long (Lemire, Number parsing at a gigabyte
 * per second, 2021): how many there are takes no branch that would be foreseen wrongly.
 */
final class EightDigits {

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

  /** How many digits come next, 0 to 8; eight bytes are looked at. */
  static int count(byte[] text, int at) {
    long digits = (long) LONG.get(text, at) ^ ZEROS;
    long others = (digits + TO_HIGH_BIT | digits) & HIGH_BITS;
    return Long.numberOfTrailingZeros(others) / BYTES;
  }

  /** The number that some digits make behind those before. */
  static long append(long before, byte[] text, int at, int count) {
    long digits = (long) LONG.get(text, at) ^ ZEROS;
    // With zeros in front, few digits are eight.
    long eight = count == 0 ? 0 : digits << (BYTES * (BYTES - count));
    long pairs = eight * 10 + (eight >>> BYTES);
    long sum =
        (pairs & PAIRS) * MILLION_AND_HUNDRED + (pairs >>> 16 & PAIRS) * TEN_THOUSAND_AND_ONE;
    return before * POWERS[count] + (sum >>> 32);
  }
}
