package space.maneuver.inference;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/** Runs batch after batch until the queue is closed and empty. */
final class InferenceWorker implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(InferenceWorker.class);

  private final WindowQueue queue;
  private final InferenceListener listener;
  private final LongSupplier clock;
  private final Batch batch;
  private final BatchBuffer buffer = new BatchBuffer();

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
        for (Job job : batch.overdue()) {
          drop(job);
        }
        long nanos = 0;
        try {
          nanos = batch.size() == 0 ? 0 : compute();
        } finally {
          queue.finished(batch, nanos);
          leave();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drop(Job job) {
    Submission submission = job.submission();
    queue.dropped(submission, job.left());
    listener.dropped(submission.model().bundle(), job.left());
    submission.fail(new DeadlineExceededException());
    submission.leave(job.left());
  }

  private long compute() {
    long begin = clock.getAsLong();
    ManeuverModel model = batch.lane().key().model();
    Submission last = null;
    for (int row = 0; row < batch.size(); row++) {
      if (batch.owner(row) != last) {
        last = batch.owner(row);
        listener.waited(model.bundle(), begin - last.since());
      }
    }
    try {
      run(0, batch.size());
    } catch (RuntimeException | Error e) {
      LOG.debug("a batch of {} failed; each window is tried alone", batch.size(), e);
      retry(e);
    }
    long nanos = clock.getAsLong() - begin;
    listener.ran(model.bundle(), batch.size(), nanos);
    return nanos;
  }

  /** Also after an error: a large batch may not have found the memory that a window does. */
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
    ManeuverModel model = batch.lane().key().model();
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
    Lane.Key key = batch.lane().key();
    WindowBatch padded = buffer.pad(batch, from, to);
    float[] logits = key.steps() ? key.model().stepLogits(padded) : key.model().logits(padded);
    for (int row = from; row < to; row++) {
      Submission owner = batch.owner(row);
      int window = batch.window(row);
      if (key.steps()) {
        int start = (row - from) * key.time();
        owner.answer(
            window, Arrays.copyOfRange(logits, start, start + owner.windows().get(window).steps()));
      } else {
        owner.answer(window, logits[row - from]);
      }
    }
  }

  private void leave() {
    int row = 0;
    while (row < batch.size()) {
      Submission owner = batch.owner(row);
      int end = row + 1;
      while (end < batch.size() && batch.owner(end) == owner) {
        end++;
      }
      owner.leave(end - row);
      row = end;
    }
  }

  /** The memory in which one thread pads its batches, used again for each of them. */
  static final class BatchBuffer {

    private final Map<Integer, long[]> lengths = new HashMap<>();
    private ByteBuffer bytes = WindowBatch.allocate(1, 1, 1);
    private FloatBuffer floats = bytes.asFloatBuffer();
    private float[] zeros = new float[0];
    private float[] normalised = new float[0];

    /** Normalises windows of a batch, and pads them with zeros to a shape the model is warm at. */
    WindowBatch pad(Batch batch, int from, int to) {
      int time = batch.lane().key().time();
      Normaliser normaliser = batch.lane().key().model().bundle().normaliser();
      int width = normaliser.width();
      int rows = WindowBatch.warmSize(to - from);
      reserve(rows, time, width);
      long[] own = lengths(rows);
      for (int row = 0; row < rows; row++) {
        int at = row * time * width;
        int end = at;
        own[row] = 1;
        if (from + row < to) {
          FeatureWindow window = batch.owner(from + row).windows().get(batch.window(from + row));
          normaliser.apply(window, normalised);
          own[row] = window.steps();
          end = at + window.steps() * width;
          floats.put(at, normalised, 0, end - at);
        }
        floats.put(end, zeros, 0, at + time * width - end);
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

    private long[] lengths(int rows) {
      return lengths.computeIfAbsent(rows, long[]::new);
    }
  }
}
