package space.maneuver.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.WindowRunner.FailedWindowException;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/**
 * Runs windows on the calling thread, without a queue, in the same batches as a {@link
 * ModelSession#runner}. Safe for concurrent use.
 */
public final class InProcessRunner implements WindowRunner {

  private final ThreadLocal<BatchPadder> padders = ThreadLocal.withInitial(BatchPadder::new);
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
    for (int from = 0; from < windows.size(); from += ModelSession.PIECE) {
      int start = from;
      runPiece(
          windows.subList(from, Math.min(from + ModelSession.PIECE, windows.size())),
          (batch, members) ->
              network.accept(batch, Arrays.stream(members).map(each -> start + each).toArray()));
    }
  }

  private void runPiece(List<FeatureWindow> windows, BiConsumer<WindowBatch, int[]> network) {
    BatchPadder padder = padders.get();
    for (Map.Entry<Integer, int[]> group : BatchPadder.groups(model.bundle(), windows).entrySet()) {
      int[] all = group.getValue();
      int largest = model.largestBatch(group.getKey());
      for (int from = 0; from < all.length; from += largest) {
        int[] members = Arrays.copyOfRange(all, from, Math.min(from + largest, all.length));
        WindowBatch batch =
            padder.pad(model.bundle(), members.length, row -> windows.get(members[row]));
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
