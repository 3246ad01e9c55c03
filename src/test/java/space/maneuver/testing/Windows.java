package space.maneuver.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import space.maneuver.model.torch.WindowBatch;

/** Windows of random numbers, (steps, inputs) each, and batches of them. */
public final class Windows {

  static final int INPUTS = 9;

  private Windows() {}

  public static List<float[][]> random(long seed, int... lengths) {
    Random random = new Random(seed);
    List<float[][]> windows = new ArrayList<>();
    for (int length : lengths) {
      windows.add(Stream.generate(() -> step(random)).limit(length).toArray(float[][]::new));
    }
    return windows;
  }

  private static float[] step(Random random) {
    float[] step = new float[INPUTS];
    for (int i = 0; i < INPUTS; i++) {
      step[i] = (float) random.nextGaussian();
    }
    return step;
  }

  public static WindowBatch alone(float[][] window) {
    return batch(List.<float[][]>of(window), 0);
  }

  /** Every place beyond a window's end holds {@code beyond}. */
  public static WindowBatch batch(List<float[][]> windows, float beyond) {
    int time = windows.stream().mapToInt(window -> window.length).max().orElseThrow();
    var x = WindowBatch.allocate(windows.size(), time, INPUTS);
    for (float[][] window : windows) {
      for (int step = 0; step < time; step++) {
        for (int i = 0; i < INPUTS; i++) {
          x.putFloat(step < window.length ? window[step][i] : beyond);
        }
      }
    }
    x.flip();
    long[] lengths = windows.stream().mapToLong(window -> window.length).toArray();
    return new WindowBatch(x, windows.size(), time, INPUTS, lengths);
  }
}
