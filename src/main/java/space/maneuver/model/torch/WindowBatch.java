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

  /** Upper bound of {@link #largest} over all lengths. */
  public static final int LARGEST = 256;

  // Per batch: beyond this, throughput on a core is flat, and the activations of a batch no longer
  // fit into the cache.
  private static final int MAX_STEPS = 8192;

  /**
   * Returns the maximum number of windows of a length that are worth running together. A started
   * model is warm for that number at the lengths of {@code ModelBundle.warmSteps}.
   *
   * @param time padded steps
   * @return a power of two, 1 to {@link #LARGEST}
   */
  public static int largest(int time) {
    return Integer.highestOneBit(Math.max(1, Math.min(MAX_STEPS / time, LARGEST)));
  }

  /**
   * Returns the next size for which a started model is warm: a power of two.
   *
   * @param windows 1 to {@link #largest}
   */
  public static int warmSize(int windows) {
    int below = Integer.highestOneBit(windows);
    return below == windows ? windows : 2 * below;
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

  /** Returns a buffer for {@code x}, filled with 0. */
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
