package space.maneuver.model.torch;

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

  /** Most windows that a started model is warm at, whatever their length. */
  public static final int LARGEST = 256;

  // Of a batch: throughput on a core is flat from here on, and what a network keeps of a batch
  // leaves the cache.
  private static final int MOST_STEPS = 8192;

  /**
   * Most windows of a length that are worth running together; a started model is warm at them.
   *
   * @param time steps that they are padded to
   * @return a power of two, 1 to {@link #LARGEST}
   */
  public static int largest(int time) {
    return Integer.highestOneBit(Math.max(1, Math.min(MOST_STEPS / time, LARGEST)));
  }

  /**
   * The next size at which a started model is warm: a power of two.
   *
   * @param windows 1 to {@link #largest}
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
