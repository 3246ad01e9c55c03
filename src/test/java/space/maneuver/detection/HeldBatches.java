package space.maneuver.detection;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import space.maneuver.model.ModelBundle;

/**
 * Holds each inference thread with the batch that it has taken until the test lets it go; for tests
 * of any package.
 */
public final class HeldBatches implements InferenceListener {

  private final Semaphore taken = new Semaphore(0);
  private volatile CountDownLatch released = new CountDownLatch(0);

  /** From now on no batch is run. */
  public void hold() {
    taken.drainPermits();
    released = new CountDownLatch(1);
  }

  /** Waits until one more thread has a batch. */
  public void awaitTaken() throws InterruptedException {
    taken.acquire();
  }

  /** Lets the batches run, those that are held and those to come. */
  public void release() {
    released.countDown();
  }

  @Override
  public void waited(ModelBundle model, long nanos) {
    taken.release();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
