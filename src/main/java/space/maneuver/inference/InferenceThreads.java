package space.maneuver.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run all networks, and the queue that feeds them. They live as long as the
 * service, since PyTorch is slow on new threads.
 */
public final class InferenceThreads implements AutoCloseable {

  private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

  private final InferenceSettings settings;
  private final LongSupplier clock;
  private final WindowQueue queue;
  private final List<Thread> threads = new ArrayList<>();

  /** Starts the threads. */
  public InferenceThreads(InferenceSettings settings, InferenceListener listener) {
    this(settings, listener, System::nanoTime);
  }

  /**
   * Starts the threads.
   *
   * @param clock nanoseconds, as {@link System#nanoTime()}
   */
  InferenceThreads(InferenceSettings settings, InferenceListener listener, LongSupplier clock) {
    this.settings = settings;
    this.clock = clock;
    queue = new WindowQueue(settings, listener, clock);
    for (int i = 0; i < settings.threads(); i++) {
      Thread thread =
          new Thread(
              new InferenceWorker(queue, settings.batch(), listener, clock), "inference-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** Returns the number of windows in the queue. */
  public int waiting() {
    return queue.waiting();
  }

  /**
   * Returns why any new request would be refused now, even before its body is read; null if it
   * would not.
   */
  public @Nullable OverloadedException refusal() {
    return queue.refusal();
  }

  /** Returns the capacity of the queue. */
  public int room() {
    return settings.queue();
  }

  /** Returns the queue that feeds these threads. */
  WindowQueue queue() {
    return queue;
  }

  /** Runs what is queued, then ends the threads; windows not run in time are cancelled. */
  @Override
  public void close() {
    queue.close();
    long end = clock.getAsLong() + CLOSE_WAIT.toNanos();
    try {
      for (Thread thread : threads) {
        while (thread.isAlive() && end - clock.getAsLong() > 0) {
          TimeUnit.NANOSECONDS.timedJoin(thread, end - clock.getAsLong());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Submission left : queue.submissions()) {
      queue.cancel(left, new ShuttingDownException());
    }
  }
}
