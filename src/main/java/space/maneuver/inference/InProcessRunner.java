package space.maneuver.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.WindowRunner.FailedWindowException;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/** Runs windows on the calling thread, without a queue. Safe for concurrent use. */
public final class InProcessRunner implements WindowRunner {

  private static final int LARGEST_BATCH = 128;

  private final ManeuverModel model;

  public InProcessRunner(ManeuverModel model) {
    this.model = model;
  }

  @Override
  public float[] logits(List<FeatureWindow> windows) {
    float[] logits = new float[windows.size()];
    run(
        windows,
        (batch, members) -> {
          float[] answers = FailedWindowException.unlessFailed(model.logits(batch));
          for (int row = 0; row < members.length; row++) {
            logits[members[row]] = answers[row];
          }
        });
    return logits;
  }

  @Override
  public float[][] stepLogits(List<FeatureWindow> windows) {
    float[][] logits = new float[windows.size()][];
    run(
        windows,
        (batch, members) -> {
          float[] answers = FailedWindowException.unlessFailed(model.stepLogits(batch));
          for (int row = 0; row < members.length; row++) {
            int start = row * batch.time();
            int steps = windows.get(members[row]).steps();
            logits[members[row]] = Arrays.copyOfRange(answers, start, start + steps);
          }
        });
    return logits;
  }

  private void run(List<FeatureWindow> windows, BiConsumer<WindowBatch, int[]> network) {
    BatchPadder padder = new BatchPadder();
    for (Map.Entry<Integer, int[]> group : BatchPadder.groups(model.bundle(), windows).entrySet()) {
      int[] all = group.getValue();
      for (int from = 0; from < all.length; from += LARGEST_BATCH) {
        int[] members = Arrays.copyOfRange(all, from, Math.min(from + LARGEST_BATCH, all.length));
        WindowBatch batch =
            padder.pad(
                model.bundle(), group.getKey(), members.length, row -> windows.get(members[row]));
        try {
          network.accept(batch, members);
        } catch (FailedWindowException e) {
          throw e;
        } catch (RuntimeException e) {
          throw new FailedWindowException(e);
        }
      }
    }
  }
}
