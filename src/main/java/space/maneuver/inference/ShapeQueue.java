package space.maneuver.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/**
 * The queued windows that can be run together: of the same model, method and length group.
 * Submissions take turns. Access requires the lock of the {@link WindowQueue}.
 */
final class ShapeQueue {

  // Below this, the fixed cost of another batch outweighs the gain of another thread.
  private static final int MIN_SHARE = 32;

  private final Key key;
  private final int max;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private int windows;
  private boolean begun;

  /**
   * What the windows of a shape have in common.
   *
   * @param steps whether the logits of all steps are wanted
   * @param time maximum number of steps
   * @param separate whether a batch holds windows of one submission only
   */
  record Key(ManeuverModel model, boolean steps, int time, boolean separate) {}

  /** The queued windows of one submission, in order, and how many of them have been taken. */
  static final class Job {

    private final Submission submission;
    private final int[] members;
    private int next;

    private Job(Submission submission, int[] members) {
      this.submission = submission;
      this.members = members;
    }

    Submission submission() {
      return submission;
    }

    int left() {
      return members.length - next;
    }
  }

  /**
   * Creates an empty queue.
   *
   * @param max maximum number of windows in a batch
   */
  ShapeQueue(Key key, int max) {
    this.key = key;
    this.max = Math.min(max, key.model().largestBatch(key.time()));
  }

  /**
   * Adds the windows of a submission to the queues of their shapes.
   *
   * @param max maximum number of windows in a batch
   */
  static void add(Map<Key, ShapeQueue> shapes, Submission submission, int max) {
    BatchPadder.groups(submission.model().bundle(), submission.windows())
        .forEach(
            (time, members) -> {
              Key key =
                  new Key(
                      submission.model(), submission.steps(), time, submission.terms().separate());
              shapes
                  .computeIfAbsent(key, unseen -> new ShapeQueue(unseen, max))
                  .add(submission, members);
            });
  }

  /** Removes the remaining windows of a submission from the queues; returns their number. */
  static int remove(Map<Key, ShapeQueue> shapes, Submission submission) {
    int count = 0;
    for (Iterator<ShapeQueue> each = shapes.values().iterator(); each.hasNext(); ) {
      ShapeQueue shape = each.next();
      count += shape.remove(submission);
      if (shape.windows() == 0) {
        each.remove();
      }
    }
    return count;
  }

  Key key() {
    return key;
  }

  int windows() {
    return windows;
  }

  /**
   * Whether its windows need not wait for others: they fill a batch, are left over from one, or
   * share none.
   */
  boolean full() {
    return key.separate() || begun || windows >= max;
  }

  /**
   * Adds windows of a submission.
   *
   * @param members indices of the submission's windows
   */
  void add(Submission submission, int[] members) {
    jobs.add(new Job(submission, members));
    windows += members.length;
  }

  /** Returns how long its oldest window has waited, nanoseconds. */
  long longestWait(long now) {
    long longest = 0;
    for (Job job : jobs) {
      longest = Math.max(longest, now - job.submission.terms().since());
    }
    return longest;
  }

  /**
   * Returns the time to the earliest deadline of its windows, nanoseconds; negative if it has
   * passed.
   */
  long leastTimeLeft(long now) {
    long least = Long.MAX_VALUE;
    for (Job job : jobs) {
      least = Math.min(least, job.submission.terms().left(now));
    }
    return least;
  }

  /**
   * Gives each job an equal share of the batch, and the remainder to the first; if batches are
   * separate, all of it to the first.
   *
   * @param threads idle threads, including the one that runs the batch
   * @param now on the clock of the submissions
   */
  void fill(Batch batch, int threads, long now) {
    batch.clear(key, next(threads));
    while (batch.room() > 0 && !jobs.isEmpty()) {
      int share = key.separate() ? batch.room() : Math.max(1, batch.room() / jobs.size());
      Job job = jobs.remove();
      if (job.submission.terms().left(now) <= 0) {
        windows -= job.left();
        batch.addOverdue(job);
        continue;
      }
      int count = Math.min(share, job.left());
      for (int i = 0; i < count; i++) {
        batch.add(job.submission, job.members[job.next++]);
      }
      windows -= count;
      if (job.left() > 0) {
        jobs.add(job);
      }
      if (key.separate()) {
        break;
      }
    }
    begun = windows > 0;
  }

  /**
   * Returns the maximum size of the next batch: windows are shared with other idle threads, but
   * separate batches must not depend on what else runs.
   */
  private int next(int threads) {
    int share = Math.max(MIN_SHARE, (windows + threads - 1) / threads);
    return key.separate() || share >= Math.min(windows, max)
        ? max
        : Math.min(WindowBatch.paddedSize(share), max);
  }

  /** Removes the remaining windows of a submission; returns their number. */
  int remove(Submission submission) {
    int before = windows;
    for (Iterator<Job> each = jobs.iterator(); each.hasNext(); ) {
      Job job = each.next();
      if (job.submission == submission) {
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
