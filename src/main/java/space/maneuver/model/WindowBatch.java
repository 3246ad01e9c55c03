package space.maneuver.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Windows side by side, padded at the end to one number of steps.
 *
 * @param x float32 (batch, time, channels), normalised, the observation mask in the last channel; a
 *     direct little-endian buffer, read from 0 to its limit, without a copy; not to be changed
 *     while a model runs it
 * @param batch how many windows; at least 1
 * @param time steps of the longest, padding included; at least 1
 * @param channels numbers per step; at least 1
 * @param lengths real steps of each window, 1 to {@code time}; not copied
 */
public record WindowBatch(ByteBuffer x, int batch, int time, int channels, long[] lengths) {

  /** Most windows that are worth running together: throughput on a core is flat from here on. */
  public static final int LARGEST = 128;

  /**
   * The next size at which a started model is warm: a power of two.
   *
   * @param windows 1 to {@link #LARGEST}
   */
  public static int warmSize(int windows) {
    int below = Integer.highestOneBit(windows);
    return below == windows ? windows : 2 * below;
  }

  /**
   * @throws IllegalArgumentException when the parts do not fit each other
   */
  public WindowBatch {
    require(batch >= 1 && time >= 1 && channels >= 1, "batch, time and channels are at least 1");
    require(x.isDirect() && x.order() == ByteOrder.LITTLE_ENDIAN, "x is direct and little-endian");
    long bytes = (long) batch * time * channels * Float.BYTES;
    require(x.limit() == bytes, "x has " + x.limit() + " bytes where the shape asks for " + bytes);
    require(lengths.length == batch, "one length for each window");
    for (long length : lengths) {
      require(length >= 1 && length <= time, "length " + length + " is not within 1 and " + time);
    }
  }

  /** A buffer for {@code x}, filled with 0. */
  public static ByteBuffer allocate(int batch, int time, int channels) {
    long bytes = (long) batch * time * channels * Float.BYTES;
    return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("window batch: " + rule);
    }
  }
}
