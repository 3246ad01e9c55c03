package space.maneuver.inference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/**
 * Runs any number of windows of any length: normalises, batches those of a like length, and pads
 * each batch to a shape that the model is warm at, since PyTorch is slow at shapes it has not seen.
 */
public final class WindowBatches implements WindowRunner {

  private static final int LARGEST_BATCH = 128;

  private final ManeuverModel model;

  public WindowBatches(ManeuverModel model) {
    this.model = model;
  }

  @Override
  public float[] logits(List<FeatureWindow> windows) {
    float[] logits = new float[windows.size()];
    for (List<Integer> members : alike(windows)) {
      WindowBatch batch = pad(windows, members);
      float[] answers = run(() -> model.logits(batch));
      for (int row = 0; row < members.size(); row++) {
        logits[members.get(row)] = answers[row];
      }
    }
    return logits;
  }

  @Override
  public float[][] stepLogits(List<FeatureWindow> windows) {
    float[][] logits = new float[windows.size()][];
    for (List<Integer> members : alike(windows)) {
      WindowBatch batch = pad(windows, members);
      float[] answers = run(() -> model.stepLogits(batch));
      for (int row = 0; row < members.size(); row++) {
        int steps = (int) batch.lengths()[row];
        float[] own = new float[steps];
        System.arraycopy(answers, row * batch.time(), own, 0, steps);
        logits[members.get(row)] = own;
      }
    }
    return logits;
  }

  private static float[] run(Supplier<float[]> network) {
    float[] logits;
    try {
      logits = network.get();
    } catch (RuntimeException e) {
      throw new FailedWindowException(e);
    }
    return FailedWindowException.unlessFailed(logits);
  }

  private Collection<List<Integer>> alike(List<FeatureWindow> windows) {
    Map<Integer, List<Integer>> open = new TreeMap<>();
    List<List<Integer>> batches = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      int time = model.bundle().paddedSteps(windows.get(i).steps());
      List<Integer> batch = open.computeIfAbsent(time, unseen -> new ArrayList<>());
      batch.add(i);
      if (batch.size() == LARGEST_BATCH) {
        batches.add(batch);
        open.remove(time);
      }
    }
    batches.addAll(open.values());
    return batches;
  }

  private WindowBatch pad(List<FeatureWindow> windows, List<Integer> members) {
    Normaliser normaliser = model.bundle().normaliser();
    int width = normaliser.width();
    int time = model.bundle().paddedSteps(windows.get(members.get(0)).steps());
    int rows = WindowBatch.warmSize(members.size());
    ByteBuffer x = WindowBatch.allocate(rows, time, width);
    long[] lengths = new long[rows];
    Arrays.fill(lengths, 1);
    for (int row = 0; row < members.size(); row++) {
      FeatureWindow window = windows.get(members.get(row));
      x.asFloatBuffer().put(row * time * width, normaliser.apply(window));
      lengths[row] = window.steps();
    }
    return new WindowBatch(x, rows, time, width, lengths);
  }
}
