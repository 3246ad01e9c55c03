package space.maneuver.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/**
 * The waiting windows that can be run together: of one model, method and padded length. Submissions
 * take turns. To be used under the lock of the {@link WindowQueue}.
 */
final class ShapeQueue {

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

  /** The windows of one submission that wait here, in order, and how far they are. */
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
   * @param most windows that are run together
   */
  ShapeQueue(Key key, int most) {
    this.key = key;
    this.most = Math.min(most, WindowBatch.largest(key.time()));
  }

  /**
   * Puts the windows of a submission into the queues of their shapes.
   *
   * @param most windows that are run together
   */
  static void add(Map<Key, ShapeQueue> shapes, Submission submission, int most) {
    BatchPadder.groups(submission.model().bundle(), submission.windows())
        .forEach(
            (time, members) -> {
              Key key = new Key(submission.model(), submission.steps(), time);
              shapes
                  .computeIfAbsent(key, unseen -> new ShapeQueue(unseen, most))
                  .add(submission, members);
            });
  }

  /** Removes what is left of a submission from the queues; returns how many windows. */
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

  /** Whether its windows need not wait for others: they fill a batch, or are the rest of some. */
  boolean full() {
    return begun || windows >= most;
  }

  /**
   * @param members indices of the submission's windows
   */
  void add(Submission submission, int[] members) {
    jobs.add(new Job(submission, members));
    windows += members.length;
  }

  /** Nanoseconds that the first of its windows to come has waited. */
  long longestWait(long now) {
    long longest = 0;
    for (Job job : jobs) {
      longest = Math.max(longest, now - job.submission.terms().since());
    }
    return longest;
  }

  /** Nanoseconds to the earliest deadline of its windows; negative when it has passed. */
  long leastTimeLeft(long now) {
    long least = Long.MAX_VALUE;
    for (Job job : jobs) {
      least = Math.min(least, job.submission.terms().left(now));
    }
    return least;
  }

  /**
   * Gives each job an equal share of the batch, and what is left over to the first.
   *
   * @param threads that have no work, with the one that runs the batch
   * @param now on the clock of the submissions
   */
  void fill(Batch batch, int threads, long now) {
    batch.clear(key, next(threads));
    while (batch.room() > 0 && !jobs.isEmpty()) {
      int share = Math.max(1, batch.room() / jobs.size());
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

  /** Removes what is left of a submission; returns how many windows. */
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
