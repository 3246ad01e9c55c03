package space.maneuver.inference;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import space.maneuver.model.bundle.ModelBundle;

/**
 * Holds each inference thread, with the batch it has taken, until the test releases it; for tests
 * of any package.
 */
public final class HeldBatches implements InferenceListener {

  private final ManualClock clock = new ManualClock();
  private final InferenceListener next;
  private final Semaphore taken = new Semaphore(0);
  private volatile CountDownLatch released = new CountDownLatch(0);

  /**
   * Holds nothing yet.
   *
   * @param next receives all calls as well
   */
  public HeldBatches(InferenceListener next) {
    this.next = next;
  }

  /** Starts threads that this object holds and whose clock only the test advances. */
  public InferenceThreads start(InferenceSettings settings) {
    return new InferenceThreads(settings, this, clock);
  }

  /** Advances the clock of the threads. */
  public void advance(Duration time) {
    clock.advance(time);
  }

  /** Holds all batches from now on. */
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

  /** Releases held and future batches. */
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
