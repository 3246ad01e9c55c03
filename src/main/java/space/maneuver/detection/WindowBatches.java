package space.maneuver.detection;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.Normaliser;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.WindowBatch;

/** Runs any number of windows of any length: normalises, sorts by length, pads and batches. */
final class WindowBatches {

  /** Throughput on a core is flat from here on. */
  private static final int LARGEST_BATCH = 128;

  private final ManeuverModel model;

  WindowBatches(ManeuverModel model) {
    this.model = model;
  }

  /** One logit per window, in the order given. */
  float[] logits(List<FeatureWindow> windows) {
    float[] logits = new float[windows.size()];
    for (List<Integer> members : byLength(windows)) {
      float[] answers = model.logits(pad(windows, members));
      for (int row = 0; row < members.size(); row++) {
        logits[members.get(row)] = answers[row];
      }
    }
    return logits;
  }

  /** One logit per step of each window, in the order given. */
  float[][] stepLogits(List<FeatureWindow> windows) {
    float[][] logits = new float[windows.size()][];
    for (List<Integer> members : byLength(windows)) {
      WindowBatch batch = pad(windows, members);
      float[] answers = model.stepLogits(batch);
      for (int row = 0; row < members.size(); row++) {
        int steps = (int) batch.lengths()[row];
        float[] own = new float[steps];
        System.arraycopy(answers, row * batch.time(), own, 0, steps);
        logits[members.get(row)] = own;
      }
    }
    return logits;
  }

  private static List<List<Integer>> byLength(List<FeatureWindow> windows) {
    List<Integer> order =
        IntStream.range(0, windows.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> windows.get(i).steps()))
            .toList();
    List<List<Integer>> batches = new ArrayList<>();
    for (int from = 0; from < order.size(); from += LARGEST_BATCH) {
      batches.add(order.subList(from, Math.min(from + LARGEST_BATCH, order.size())));
    }
    return batches;
  }

  private WindowBatch pad(List<FeatureWindow> windows, List<Integer> members) {
    Normaliser normaliser = model.bundle().normaliser();
    int width = normaliser.width();
    int time = windows.get(members.get(members.size() - 1)).steps();
    ByteBuffer x = WindowBatch.allocate(members.size(), time, width);
    long[] lengths = new long[members.size()];
    for (int row = 0; row < members.size(); row++) {
      FeatureWindow window = windows.get(members.get(row));
      x.asFloatBuffer().put(row * time * width, normaliser.apply(window));
      lengths[row] = window.steps();
    }
    return new WindowBatch(x, members.size(), time, width, lengths);
  }
}
