package space.maneuver.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Windows that no client is waiting for. They run only on otherwise idle inference threads, take no
 * room in the queue or in a caller's share, and never cause a refusal. Their number is bounded by
 * whoever submits them. Access requires the lock of the {@link WindowQueue}.
 *
 * <p>A request must not wait long for a thread that runs them: their batches are small, and if
 * there are several threads, one is left free.
 */
final class BackgroundWork {

  /** Windows in a batch, which a request may have to wait for. */
  static final int BATCH = 16;

  private final int threads;
  // In the order in which they take turns.
  private final Map<ShapeQueue.Key, ShapeQueue> shapes = new LinkedHashMap<>();
  private int running;

  /**
   * Starts without work.
   *
   * @param threads number of inference threads
   */
  BackgroundWork(int threads) {
    this.threads = Math.max(1, threads - 1);
  }

  void add(Submission submission) {
    ShapeQueue.add(shapes, submission, BATCH);
  }

  /** Whether an idle thread may run a batch now. */
  boolean ready() {
    return running < threads && !shapes.isEmpty();
  }

  /** Fills a batch; requires {@link #ready}. */
  void fill(Batch batch, long now) {
    ShapeQueue next = shapes.values().iterator().next();
    next.fill(batch, 1, now);
    shapes.remove(next.key());
    if (next.windows() > 0) {
      shapes.put(next.key(), next);
    }
    running++;
  }

  /** Records that a batch has been run. */
  void finished() {
    running--;
  }

  /** Removes the windows of a submission that are not yet running; returns their number. */
  int remove(Submission submission) {
    return ShapeQueue.remove(shapes, submission);
  }

  List<Submission> submissions() {
    List<Submission> all = new ArrayList<>();
    shapes.values().forEach(each -> all.addAll(each.submissions()));
    return all;
  }
}
