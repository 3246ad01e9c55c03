package space.maneuver.inference;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.WindowBatch;

/**
 * Groups windows by length, normalizes them and pads them. Memory is reused from batch to batch: an
 * instance is for one thread, and a batch is valid only until the next one is padded.
 */
final class BatchPadder {

  private final Map<Integer, long[]> lengths = new HashMap<>();
  private ByteBuffer bytes = WindowBatch.allocate(1, 1, 1);
  private FloatBuffer floats = bytes.asFloatBuffer();
  private float[] zeros = new float[0];
  private float[] normalised = new float[0];

  /**
   * Groups the windows that can be run together, shorter windows first, so that little of a batch
   * is padding.
   *
   * @return indices of windows, by {@link ModelBundle#lengthGroup}, in order of first appearance
   */
  static Map<Integer, int[]> groups(ModelBundle bundle, List<FeatureWindow> windows) {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < windows.size(); i++) {
      groups
          .computeIfAbsent(bundle.lengthGroup(windows.get(i).steps()), unseen -> new ArrayList<>())
          .add(i);
    }
    Map<Integer, int[]> sorted = new LinkedHashMap<>();
    groups.forEach(
        (time, members) -> {
          members.sort(Comparator.comparingInt(i -> windows.get(i).steps()));
          sorted.put(time, members.stream().mapToInt(Integer::intValue).toArray());
        });
    return sorted;
  }

  /**
   * Normalizes windows and pads them with zeros.
   *
   * @param count number of windows, at least 1
   * @param windows by index, from 0 to {@code count} - 1; of one length group
   */
  WindowBatch pad(ModelBundle bundle, int count, IntFunction<FeatureWindow> windows) {
    Normaliser normaliser = bundle.normaliser();
    int width = normaliser.width();
    int rows = WindowBatch.paddedSize(count);
    int longest = 1;
    for (int row = 0; row < count; row++) {
      longest = Math.max(longest, windows.apply(row).steps());
    }
    int time = bundle.paddedSteps(longest);
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
