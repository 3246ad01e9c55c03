package space.maneuver.training.samples;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import space.maneuver.model.torch.WindowBatch;

/**
 * Samples for a network that answers whole windows: the last steps of each window, in random
 * number, labelled by whether a burn lies in one of them. They are the last steps because a request
 * that ends there sees nothing later.
 */
public final class WholeWindowSampler implements Sampler {

  /** Length of the short windows that answer for a step. */
  private static final int SHORTEST = 8;

  private final Sampler steps;
  private final SplittableRandom random;

  /**
   * Wraps a sampler.
   *
   * @param steps sampler of windows with a label for each step
   */
  public WholeWindowSampler(Sampler steps, long seed) {
    this.steps = steps;
    random = new SplittableRandom(seed).split();
  }

  @Override
  public SampleBatch next(int size) {
    SampleBatch all = steps.next(size);
    WindowBatch windows = all.windows();
    int time = windows.time();
    int width = windows.channels();
    FloatBuffer from = windows.x().asFloatBuffer();
    ByteBuffer x = WindowBatch.allocate(size, time, width);
    FloatBuffer to = x.asFloatBuffer();
    float[] labels = new float[size * time];
    float[] weights = new float[size * time];
    long[] lengths = new long[size];
    for (int row = 0; row < size; row++) {
      int whole = (int) windows.lengths()[row];
      int length = random.nextInt(Math.min(SHORTEST, whole), whole + 1);
      int first = row * time + whole - length;
      float label = 0;
      for (int k = 0; k < length; k++) {
        label = Math.max(label, all.labels()[first + k]);
      }
      to.put(row * time * width, from, first * width, length * width);
      int last = row * time + length - 1;
      labels[last] = label;
      weights[last] = 1f / size;
      lengths[row] = length;
    }
    return new SampleBatch(new WindowBatch(x, size, time, width, lengths), labels, weights);
  }
}
