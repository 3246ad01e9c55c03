package space.maneuver.inference;

import java.util.Arrays;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/** Runs batches until the queue is closed and empty. */
final class InferenceWorker implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(InferenceWorker.class);

  private final WindowQueue queue;
  private final InferenceListener listener;
  private final LongSupplier clock;
  private final Batch batch;
  private final BatchPadder padder = new BatchPadder();

  InferenceWorker(
      WindowQueue queue, int largestBatch, InferenceListener listener, LongSupplier clock) {
    this.queue = queue;
    this.listener = listener;
    this.clock = clock;
    batch = new Batch(largestBatch);
  }

  @Override
  public void run() {
    try {
      while (queue.take(batch)) {
        for (ShapeQueue.Job job : batch.overdue()) {
          job.submission().finish(job.left(), new DeadlineExceededException());
        }
        long nanos = 0;
        try {
          nanos = batch.size() == 0 ? 0 : compute();
        } finally {
          queue.finished(batch, nanos);
          forEachOwner((owner, count) -> owner.finish(count, null));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long compute() {
    long start = clock.getAsLong();
    ManeuverModel model = batch.key().model();
    if (!batch.background()) {
      forEachOwner(
          (owner, count) -> listener.waited(model.bundle(), start - owner.terms().since()));
    }
    try {
      run(0, batch.size());
    } catch (RuntimeException | Error e) {
      LOG.debug("a batch of {} windows failed; retrying each window alone", batch.size(), e);
      retry(e);
    }
    long nanos = clock.getAsLong() - start;
    listener.ran(model.bundle(), batch.size(), nanos);
    return nanos;
  }

  /**
   * Retries each window alone, even after an {@link Error}: memory may suffice for one window but
   * not for a large batch.
   */
  private void retry(Throwable ofBatch) {
    for (int row = 0; row < batch.size(); row++) {
      try {
        if (batch.size() > 1) {
          run(row, row + 1);
        } else {
          failed(row, ofBatch);
        }
      } catch (RuntimeException | Error e) {
        failed(row, e);
      }
    }
  }

  private void failed(int row, Throwable cause) {
    ManeuverModel model = batch.key().model();
    Map<String, String> context = batch.owner(row).logContext();
    if (context != null) {
      MDC.setContextMap(context);
    }
    LOG.warn("{} failed on a window", model.bundle().name(), cause);
    MDC.clear();
    listener.failed(model.bundle());
    batch.owner(row).answer(batch.window(row), Float.NaN);
  }

  private void run(int from, int to) {
    ShapeQueue.Key key = batch.key();
    WindowBatch padded = padder.pad(key.model().bundle(), to - from, row -> window(from + row));
    float[] logits = key.steps() ? key.model().stepLogits(padded) : key.model().logits(padded);
    for (int row = from; row < to; row++) {
      Submission owner = batch.owner(row);
      int window = batch.window(row);
      if (key.steps()) {
        int start = (row - from) * padded.time();
        owner.answer(
            window, Arrays.copyOfRange(logits, start, start + owner.windows().get(window).steps()));
      } else {
        owner.answer(window, logits[row - from]);
      }
    }
  }

  private FeatureWindow window(int row) {
    return batch.owner(row).windows().get(batch.window(row));
  }

  /** Calls the action for each submission in the batch, with the number of its adjacent windows. */
  private void forEachOwner(ObjIntConsumer<Submission> action) {
    int row = 0;
    while (row < batch.size()) {
      Submission owner = batch.owner(row);
      int end = row + 1;
      while (end < batch.size() && batch.owner(end) == owner) {
        end++;
      }
      action.accept(owner, end - row);
      row = end;
    }
  }
}
