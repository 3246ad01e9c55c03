package space.maneuver.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Windows that nobody waits for at a connection, as those of a kept catalogue. They run only on
 * inference threads that have nothing else, take no place in the queue or in a caller's share, and
 * change no refusal. Whoever submits them bounds their number. To be used under the lock of the
 * {@link WindowQueue}.
 *
 * <p>A request must not wait long for a thread that runs them: their batches are small, and where
 * there are several threads, one is left free.
 */
final class BackgroundWork {

  /** Windows of a batch: what a request may have to wait for. */
  static final int BATCH = 16;

  private final int threads;
  // In the order of their turns.
  private final Map<ShapeQueue.Key, ShapeQueue> shapes = new LinkedHashMap<>();
  private int running;

  /**
   * @param threads that run networks
   */
  BackgroundWork(int threads) {
    this.threads = Math.max(1, threads - 1);
  }

  void add(Submission submission) {
    ShapeQueue.add(shapes, submission, BATCH);
  }

  /** Whether there is a batch that a thread without other work may run. */
  boolean ready() {
    return running < threads && !shapes.isEmpty();
  }

  /** Fills a batch; {@link #ready} must hold. */
  void fill(Batch batch, long now) {
    ShapeQueue next = shapes.values().iterator().next();
    next.fill(batch, 1, now);
    shapes.remove(next.key());
    if (next.windows() > 0) {
      shapes.put(next.key(), next);
    }
    running++;
  }

  /** A batch has been run. */
  void finished() {
    running--;
  }

  /** Removes what does not run yet; returns how many windows. */
  int remove(Submission submission) {
    return ShapeQueue.remove(shapes, submission);
  }

  List<Submission> submissions() {
    List<Submission> all = new ArrayList<>();
    shapes.values().forEach(each -> all.addAll(each.submissions()));
    return all;
  }
}
