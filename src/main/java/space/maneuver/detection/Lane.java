package space.maneuver.detection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.WindowBatch;

/**
 * The waiting windows that can be run together: of one model, method and padded length. Callers
 * take turns. To be used under the lock of the queue.
 */
final class Lane {

  // With fewer windows, what a batch costs besides its windows is worth more than a thread.
  private static final int LEAST_SHARE = 32;

  private final Key key;
  private final int most;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private int windows;
  private boolean begun;

  /**
   * What its windows have in common.
   *
   * @param time steps that they are padded to
   */
  record Key(ManeuverModel model, boolean steps, int time) {}

  /**
   * @param most windows that are run together
   */
  Lane(Key key, int most) {
    this.key = key;
    this.most = Math.min(most, WindowBatch.largest(key.time()));
  }

  Key key() {
    return key;
  }

  int windows() {
    return windows;
  }

  /** Whether its windows need not wait for others: they fill a batch, or are the rest of some. */
  boolean full() {
    return begun || windows >= most;
  }

  void add(Job job) {
    jobs.add(job);
    windows += job.left();
  }

  /** When its windows should run even if there are few, on the clock of the submissions. */
  long due(long delayNanos) {
    long due = Long.MAX_VALUE;
    long now = System.nanoTime();
    for (Job job : jobs) {
      Submission submission = job.submission();
      long delayed = submission.since() + delayNanos - now;
      long lastChance = submission.deadline().nanoTime() - delayNanos - now;
      due = Math.min(due, Math.min(delayed, lastChance));
    }
    return due == Long.MAX_VALUE ? due : now + due;
  }

  /**
   * Gives each job an equal share of the batch, and what is left over to the first.
   *
   * @param threads that have no work, with the one that runs the batch
   */
  void fill(Batch batch, int threads) {
    batch.clear(this, next(threads));
    while (batch.room() > 0 && !jobs.isEmpty()) {
      int share = Math.max(1, batch.room() / jobs.size());
      Job job = jobs.remove();
      if (job.submission().deadline().nanosLeft() <= 0) {
        windows -= job.left();
        batch.addOverdue(job);
        continue;
      }
      int count = Math.min(share, job.left());
      for (int i = 0; i < count; i++) {
        batch.add(job.submission(), job.take());
      }
      windows -= count;
      if (job.left() > 0) {
        jobs.add(job);
      }
    }
    begun = windows > 0;
  }

  /** Windows of the next batch: shared with other threads, but not where much would be padding. */
  private int next(int threads) {
    int share = Math.max(LEAST_SHARE, (windows + threads - 1) / threads);
    if (share >= Math.min(windows, most)) {
      return most;
    }
    int warm = WindowBatch.warmSize(share);
    return 4 * share >= 3 * warm ? share : Math.min(warm, most);
  }

  /** Takes what is left of a submission out; says how many windows. */
  int remove(Submission submission) {
    int before = windows;
    for (Iterator<Job> each = jobs.iterator(); each.hasNext(); ) {
      Job job = each.next();
      if (job.submission() == submission) {
        windows -= job.left();
        each.remove();
      }
    }
    return before - windows;
  }

  List<Submission> submissions() {
    return jobs.stream().map(Job::submission).toList();
  }
}
