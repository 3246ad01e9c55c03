package space.maneuver.model.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Windows padded at the end to a common number of steps.
 *
 * @param x float32 (batch, time, channels), normalized, with the observation mask in the last
 *     channel; a direct little-endian buffer, read from 0 to its limit without copying; must not be
 *     modified while a model runs it
 * @param batch number of windows, at least 1
 * @param time steps of each window, including padding, at least 1
 * @param channels numbers per step, at least 1
 * @param lengths actual steps of each window, 1 to {@code time}; not copied
 */
public record WindowBatch(ByteBuffer x, int batch, int time, int channels, long[] lengths) {

  /** Upper bound of {@link ManeuverModel#largestBatch} over all models and lengths. */
  public static final int LARGEST = 256;

  /** PyTorch computes one row, or a number not divisible by this, with other roundings. */
  private static final int ROWS = 4;

  /** Sizes between two powers of two: more would save less padding than the new kernels cost. */
  private static final int SIZES_PER_OCTAVE = 4;

  private static final int CACHE_LINE = 64;

  /**
   * Returns the size to which a batch is padded: 1, 2, or a multiple of 4 such that at most a
   * quarter of a batch of 8 or more windows is padding. PyTorch creates kernels for each size, so
   * there are few.
   *
   * @param windows 1 to {@link #LARGEST}
   */
  public static int paddedSize(int windows) {
    if (windows <= 2) {
      return windows;
    }
    int step = Math.max(ROWS, Integer.highestOneBit(windows) / SIZES_PER_OCTAVE);
    return (windows + step - 1) / step * step;
  }

  /**
   * Checks that the parts are consistent.
   *
   * @throws IllegalArgumentException if they are not
   */
  public WindowBatch {
    require(
        batch >= 1 && time >= 1 && channels >= 1, "batch, time and channels must be at least 1");
    require(
        x.isDirect() && x.order() == ByteOrder.LITTLE_ENDIAN, "x must be direct and little-endian");
    long bytes = (long) batch * time * channels * Float.BYTES;
    require(x.limit() == bytes, "x has " + x.limit() + " bytes; its shape requires " + bytes);
    require(lengths.length == batch, "there must be one length per window");
    for (long length : lengths) {
      require(length >= 1 && length <= time, "length " + length + " must be 1 to " + time);
    }
  }

  /** Returns a buffer for {@code x}, filled with 0, aligned to a cache line as PyTorch's own. */
  public static ByteBuffer allocate(int batch, int time, int channels) {
    int bytes = Math.toIntExact((long) batch * time * channels * Float.BYTES);
    return ByteBuffer.allocateDirect(Math.addExact(bytes, 2 * CACHE_LINE))
        .alignedSlice(CACHE_LINE)
        .limit(bytes)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("window batch: " + rule);
    }
  }
}
