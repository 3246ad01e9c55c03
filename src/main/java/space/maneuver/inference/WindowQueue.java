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
 * A bounded queue of windows waiting to be run, and the background work beside it. Futures are
 * completed and listeners called outside its lock.
 */
final class WindowQueue {

  private final InferenceSettings settings;
  private final InferenceListener listener;
  private final BatchPolicy policy;
  private final LongSupplier clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  // In the order in which they take turns.
  private final Map<ShapeQueue.Key, ShapeQueue> shapes = new LinkedHashMap<>();
  private final BackgroundWork background;
  private final Admission admission;
  private int running;
  private boolean watched;
  private boolean closed;

  /**
   * Creates an empty queue.
   *
   * @param clock nanoseconds, as {@link System#nanoTime()}
   */
  WindowQueue(InferenceSettings settings, InferenceListener listener, LongSupplier clock) {
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    policy = new BatchPolicy(settings.threads(), settings.delay().toNanos());
    background = new BackgroundWork(settings.threads());
    admission = new Admission(settings);
  }

  /** Returns the current time on the clock that all deadlines use. */
  long nanoTime() {
    return clock.getAsLong();
  }

  /**
   * Queues all windows of a submission, or none.
   *
   * @param mayWait whether to wait for room instead of being refused; background work needs no room
   * @throws OverloadedException if there is no room
   * @throws DeadlineExceededException if there is no room in time
   * @throws ShuttingDownException if the queue is closed
   */
  void add(Submission submission, boolean mayWait) {
    OverloadedException refusal = null;
    lock.lock();
    try {
      if (submission.terms().background()) {
        requireOpen();
        background.add(submission);
      } else {
        refusal = enter(submission, mayWait);
        if (refusal == null) {
          ShapeQueue.add(shapes, submission, settings.batch());
        }
      }
      if (refusal == null && (!watched || anyDue())) {
        work.signal();
      }
    } finally {
      lock.unlock();
    }
    if (refusal != null) {
      listener.refused(refusal.bound(), submission.windows().size());
      throw refusal;
    }
  }

  private @Nullable OverloadedException enter(Submission submission, boolean mayWait) {
    String caller = submission.terms().caller();
    int count = submission.windows().size();
    OverloadedException refusal = closed ? null : admission.refusal(caller, count, mayWait);
    if (refusal != null && mayWait) {
      admission.reserve(count);
      try {
        while (!closed && admission.refusal(caller, count, true) != null) {
          long left = submission.terms().left(clock.getAsLong());
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
    requireOpen();
    if (refusal == null) {
      admission.enter(caller, count);
    }
    return refusal;
  }

  private void requireOpen() {
    if (closed) {
      throw new ShuttingDownException();
    }
  }

  /**
   * Waits until there are windows to run and fills the batch with them.
   *
   * @return false if the queue is closed and empty
   */
  boolean take(Batch batch) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!poll(batch)) {
        if (shapes.isEmpty() && closed) {
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
   * @return false if there are none
   */
  boolean poll(Batch batch) {
    lock.lock();
    try {
      ShapeQueue due = due();
      if (due != null) {
        int before = due.windows();
        due.fill(batch, settings.threads() - running, clock.getAsLong());
        admission.leaveQueue(before - due.windows());
        shapes.remove(due.key());
        if (due.windows() > 0) {
          shapes.put(due.key(), due);
        }
        running++;
        room.signalAll();
      } else if (backgroundDue()) {
        background.fill(batch, clock.getAsLong());
      } else {
        return false;
      }
      if (!shapes.isEmpty() && !watched || anyDue()) {
        work.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  // One waiting thread watches the clock for all of them.
  private void await() throws InterruptedException {
    if (shapes.isEmpty() || watched) {
      work.await();
      return;
    }
    long due = Long.MAX_VALUE;
    long now = clock.getAsLong();
    for (ShapeQueue shape : shapes.values()) {
      due = Math.min(due, nanosUntilDue(shape, now));
    }
    watched = true;
    try {
      work.awaitNanos(due);
    } finally {
      watched = false;
    }
  }

  /** Returns the shape to run now, apart from background work; null if there is none. */
  private @Nullable ShapeQueue due() {
    long now = clock.getAsLong();
    for (ShapeQueue shape : shapes.values()) {
      if (nanosUntilDue(shape, now) <= 0) {
        return shape;
      }
    }
    return null;
  }

  private boolean backgroundDue() {
    return shapes.isEmpty() && !closed && background.ready();
  }

  private boolean anyDue() {
    return backgroundDue() || due() != null;
  }

  private long nanosUntilDue(ShapeQueue shape, long now) {
    return closed ? 0 : policy.nanosUntilDue(shape, running, now);
  }

  /**
   * Records that a batch has been run; its windows are still to be {@link Submission#finish
   * finished}.
   *
   * @param nanos time taken by the network; 0 if it was not run
   */
  void finished(Batch batch, long nanos) {
    lock.lock();
    try {
      if (batch.background()) {
        background.finished();
      } else {
        running--;
        admission.ran(batch.size(), nanos);
      }
      if (anyDue()) {
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Records that queued windows are neither waiting nor running any more.
   *
   * @param dropped whether they were not run
   */
  void leave(Submission submission, int count, boolean dropped) {
    if (dropped) {
      listener.dropped(submission.model().bundle(), count);
    }
    if (submission.terms().caller() == null) {
      return;
    }
    lock.lock();
    try {
      admission.leave(submission.terms().caller(), count);
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Removes the windows of a submission that are not yet running, and finishes them. */
  void cancel(Submission submission, RuntimeException reason) {
    int count;
    lock.lock();
    try {
      if (submission.terms().background()) {
        count = background.remove(submission);
      } else {
        count = ShapeQueue.remove(shapes, submission);
        admission.leaveQueue(count);
        room.signalAll();
      }
    } finally {
      lock.unlock();
    }
    submission.done().completeExceptionally(reason);
    if (count > 0) {
      submission.finish(count, reason);
    }
  }

  /** Returns why one more window would be refused now; null if it would be accepted. */
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

  /** Refuses further windows; those in the queue are still run. */
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

  /** Returns the submissions with windows in the queue. */
  List<Submission> submissions() {
    List<Submission> left = new ArrayList<>();
    lock.lock();
    try {
      shapes.values().forEach(shape -> left.addAll(shape.submissions()));
      left.addAll(background.submissions());
    } finally {
      lock.unlock();
    }
    return left;
  }
}
