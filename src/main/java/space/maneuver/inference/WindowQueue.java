package space.maneuver.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Windows that wait to be run, never more than a bound. Whoever waits for an answer from it is told
 * outside its lock.
 */
final class WindowQueue {

  private final InferenceSettings settings;
  private final BatchPolicy policy;
  private final LongSupplier clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  // In the order of their turns.
  private final Map<Lane.Key, Lane> lanes = new LinkedHashMap<>();
  private final Admission admission;
  private int running;
  private boolean watched;
  private boolean closed;

  /**
   * @param clock nanoseconds, as {@link System#nanoTime()}
   */
  WindowQueue(InferenceSettings settings, LongSupplier clock) {
    this.settings = settings;
    this.clock = clock;
    policy = new BatchPolicy(settings.threads(), settings.delay().toNanos());
    admission = new Admission(settings);
  }

  /**
   * Lets windows in.
   *
   * @param patient whether to wait for room, instead of being refused
   * @param jobs all windows of the submission, by padded length
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when there is no room in time
   * @throws ShuttingDownException when the queue is closed
   */
  void add(Submission submission, Map<Integer, Job> jobs, boolean patient) {
    int count = submission.windows().size();
    OverloadedException refusal;
    lock.lock();
    try {
      refusal = enter(submission, count, patient);
      if (refusal == null) {
        for (Map.Entry<Integer, Job> job : jobs.entrySet()) {
          Lane.Key key = new Lane.Key(submission.model(), submission.steps(), job.getKey());
          lanes
              .computeIfAbsent(key, unseen -> new Lane(unseen, settings.batch()))
              .add(job.getValue());
        }
        if (!watched || ripe() != null) {
          work.signal();
        }
      }
    } finally {
      lock.unlock();
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  private @Nullable OverloadedException enter(Submission submission, int count, boolean patient) {
    String caller = submission.caller();
    OverloadedException refusal = closed ? null : admission.refusal(caller, count, patient);
    if (refusal != null && patient) {
      admission.reserve(count);
      try {
        while (!closed && admission.refusal(caller, count, true) != null) {
          long left = submission.deadline().nanosLeft(clock.getAsLong());
          if (left <= 0) {
            throw new DeadlineExceededException();
          }
          room.awaitNanos(left);
        }
        refusal = null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ShuttingDownException();
      } finally {
        admission.reserve(-count);
      }
    }
    if (closed) {
      throw new ShuttingDownException();
    }
    if (refusal == null) {
      admission.enter(caller, count);
    }
    return refusal;
  }

  /**
   * Waits for windows to run, and fills the batch with them.
   *
   * @return false when the queue is closed and empty
   */
  boolean take(Batch batch) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!poll(batch)) {
        if (lanes.isEmpty() && closed) {
          return false;
        }
        await();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Fills the batch with windows that should be run now.
   *
   * @return false when there are none
   */
  boolean poll(Batch batch) {
    lock.lock();
    try {
      Lane lane = ripe();
      if (lane == null) {
        return false;
      }
      int before = lane.windows();
      lane.fill(batch, settings.threads() - running, clock.getAsLong());
      admission.start(before - lane.windows());
      lanes.remove(lane.key());
      if (lane.windows() > 0) {
        lanes.put(lane.key(), lane);
      }
      running++;
      if (!lanes.isEmpty() && (!watched || ripe() != null)) {
        work.signal();
      }
      room.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  // One thread watches the clock for all.
  private void await() throws InterruptedException {
    if (lanes.isEmpty() || watched) {
      work.await();
      return;
    }
    long due = Long.MAX_VALUE;
    long now = clock.getAsLong();
    for (Lane lane : lanes.values()) {
      due = Math.min(due, nanosUntilDue(lane, now));
    }
    watched = true;
    try {
      work.awaitNanos(due);
    } finally {
      watched = false;
    }
  }

  /** What a thread should run now. */
  private @Nullable Lane ripe() {
    long now = clock.getAsLong();
    for (Lane lane : lanes.values()) {
      if (nanosUntilDue(lane, now) <= 0) {
        return lane;
      }
    }
    return null;
  }

  private long nanosUntilDue(Lane lane, long now) {
    return closed ? 0 : policy.nanosUntilDue(lane, running, now);
  }

  /**
   * A batch that was taken has been run.
   *
   * @param nanos that the network took; 0 when it was not run
   */
  void finished(Batch batch, long nanos) {
    lock.lock();
    try {
      running--;
      admission.ran(batch.size(), nanos);
      for (int row = 0; row < batch.size(); row++) {
        admission.leave(batch.owner(row).caller(), 1);
      }
      room.signalAll();
      if (ripe() != null) {
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Windows that are out, but never ran. */
  void dropped(Submission submission, int count) {
    lock.lock();
    try {
      admission.leave(submission.caller(), count);
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the windows of a submission out that do not run yet; says how many. */
  int cancel(Submission submission) {
    int count = 0;
    lock.lock();
    try {
      for (Lane lane : List.copyOf(lanes.values())) {
        count += lane.remove(submission);
        if (lane.windows() == 0) {
          lanes.remove(lane.key());
        }
      }
      admission.start(count);
      admission.leave(submission.caller(), count);
      room.signalAll();
    } finally {
      lock.unlock();
    }
    return count;
  }

  /** Why a window more would not be let in now; null if it would. */
  @Nullable OverloadedException refusal() {
    lock.lock();
    try {
      return admission.refusal(null, 1, false);
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return admission.waiting();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nothing in any more; what waits is still run. */
  void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whose windows are in the queue. */
  List<Submission> submissions() {
    List<Submission> left = new ArrayList<>();
    lock.lock();
    try {
      lanes.values().forEach(lane -> left.addAll(lane.submissions()));
    } finally {
      lock.unlock();
    }
    return left;
  }
}
