package space.maneuver.detection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import space.maneuver.model.ManeuverModel;

/**
 * The waiting windows that can be run together: of one model, method and padded length. Callers
 * take turns. To be used under the lock of the queue.
 */
final class Lane {

  private final Key key;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private int windows;

  /**
   * What its windows have in common.
   *
   * @param time steps that they are padded to
   */
  record Key(ManeuverModel model, boolean steps, int time) {}

  Lane(Key key) {
    this.key = key;
  }

  Key key() {
    return key;
  }

  int windows() {
    return windows;
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

  /** Gives each job an equal share of the batch, and what is left over to the first. */
  void fill(Batch batch) {
    batch.clear(this);
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
