package space.maneuver.inference;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import space.maneuver.model.bundle.ModelBundle;

/**
 * Holds each inference thread with the batch that it has taken until the test lets it go; for tests
 * of any package.
 */
public final class HeldBatches implements InferenceListener {

  private final ManualClock clock = new ManualClock();
  private final InferenceListener next;
  private final Semaphore taken = new Semaphore(0);
  private volatile CountDownLatch released = new CountDownLatch(0);

  /**
   * @param next told all that this is told
   */
  public HeldBatches(InferenceListener next) {
    this.next = next;
  }

  /** Threads that this holds, whose clock stands still unless it is advanced. */
  public InferenceThreads start(InferenceSettings settings) {
    return new InferenceThreads(settings, this, clock);
  }

  /** Lets time pass on the clock of the threads. */
  public void advance(Duration time) {
    clock.advance(time);
  }

  /** From now on no batch is run. */
  public void hold() {
    taken.drainPermits();
    released = new CountDownLatch(1);
  }

  /** Waits until one more thread has a batch. */
  public void awaitTaken() throws InterruptedException {
    taken.acquire();
  }

  /** Whether one more thread has a batch. */
  public boolean hasTaken() {
    return taken.tryAcquire();
  }

  /** Lets the batches run, those that are held and those to come. */
  public void release() {
    released.countDown();
  }

  @Override
  public void waited(ModelBundle model, long nanos) {
    next.waited(model, nanos);
    taken.release();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void ran(ModelBundle model, int windows, long nanos) {
    next.ran(model, windows, nanos);
  }

  @Override
  public void failed(ModelBundle model) {
    next.failed(model);
  }

  @Override
  public void refused(OverloadedException.Cause cause, int windows) {
    next.refused(cause, windows);
  }

  @Override
  public void dropped(ModelBundle model, int windows) {
    next.dropped(model, windows);
  }
}
