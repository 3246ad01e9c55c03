package space.maneuver.inference;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.WindowBatch;

/**
 * Groups windows by padded length, normalizes them and pads them. Memory is reused from batch to
 * batch: an instance is for one thread, and a batch is valid only until the next one is padded.
 */
final class BatchPadder {

  private final Map<Integer, long[]> lengths = new HashMap<>();
  private ByteBuffer bytes = WindowBatch.allocate(1, 1, 1);
  private FloatBuffer floats = bytes.asFloatBuffer();
  private float[] zeros = new float[0];
  private float[] normalised = new float[0];

  /**
   * Groups the windows that can be run together.
   *
   * @return indices of windows, ascending, by padded steps, in order of first appearance
   */
  static Map<Integer, int[]> groups(ModelBundle bundle, List<FeatureWindow> windows) {
    int[] padded = new int[windows.size()];
    Arrays.setAll(padded, i -> bundle.paddedSteps(windows.get(i).steps()));
    Map<Integer, int[]> groups = new LinkedHashMap<>();
    for (int time : padded) {
      groups.computeIfAbsent(
          time, t -> IntStream.range(0, padded.length).filter(i -> padded[i] == t).toArray());
    }
    return groups;
  }

  /**
   * Normalizes windows and pads them with zeros to a shape for which the model is warm.
   *
   * @param time steps to pad to, at least those of the longest window
   * @param count number of windows, at least 1
   * @param windows by index, from 0 to {@code count} - 1
   */
  WindowBatch pad(ModelBundle bundle, int time, int count, IntFunction<FeatureWindow> windows) {
    Normaliser normaliser = bundle.normaliser();
    int width = normaliser.width();
    int rows = WindowBatch.warmSize(count);
    reserve(rows, time, width);
    long[] own = lengths.computeIfAbsent(rows, long[]::new);
    for (int row = 0; row < rows; row++) {
      int start = row * time * width;
      int end = start;
      own[row] = 1;
      if (row < count) {
        FeatureWindow window = windows.apply(row);
        normaliser.apply(window, normalised);
        own[row] = window.steps();
        end = start + window.steps() * width;
        floats.put(start, normalised, 0, end - start);
      }
      floats.put(end, zeros, 0, start + time * width - end);
    }
    return new WindowBatch(bytes, rows, time, width, own);
  }

  private void reserve(int rows, int time, int width) {
    int needed = rows * time * width;
    if (floats.capacity() < needed) {
      bytes = WindowBatch.allocate(rows, time, width);
      floats = bytes.asFloatBuffer();
    }
    bytes.limit(needed * Float.BYTES);
    if (zeros.length < time * width) {
      zeros = new float[time * width];
      normalised = new float[time * width];
    }
  }
}
