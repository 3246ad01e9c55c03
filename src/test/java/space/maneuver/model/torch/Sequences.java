package space.maneuver.model.torch;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Random;

/** Sequences of several lengths, and batches of them. */
final class Sequences {

  static final int INPUTS = 5;
  static final int[] LENGTHS = {7, 1, 20, 13};

  private Sequences() {}

  /** Returns one sequence of each length. */
  static float[][] rows(long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[LENGTHS.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new float[LENGTHS[row] * INPUTS];
      for (int i = 0; i < rows[row].length; i++) {
        rows[row][i] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  /**
   * Returns a batch of sequences.
   *
   * @param time steps to which each is padded
   * @param padding value of the padding
   */
  static WindowBatch batch(float[][] rows, int time, float padding) {
    ByteBuffer x = WindowBatch.allocate(rows.length, time, INPUTS);
    FloatBuffer values = x.asFloatBuffer();
    long[] lengths = new long[rows.length];
    for (int row = 0; row < rows.length; row++) {
      lengths[row] = rows[row].length / INPUTS;
      for (int i = 0; i < time * INPUTS; i++) {
        values.put(row * time * INPUTS + i, i < rows[row].length ? rows[row][i] : padding);
      }
    }
    return new WindowBatch(x, rows.length, time, INPUTS, lengths);
  }
}
