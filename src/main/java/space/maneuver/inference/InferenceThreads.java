package space.maneuver.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run all networks, and the queue in front of them. They live as long as the
 * service, since PyTorch is slow on new ones.
 */
public final class InferenceThreads implements AutoCloseable {

  private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

  private final InferenceSettings settings;
  private final LongSupplier clock;
  private final WindowQueue queue;
  private final List<Thread> threads = new ArrayList<>();

  /** Starts them. */
  public InferenceThreads(InferenceSettings settings, InferenceListener listener) {
    this(settings, listener, System::nanoTime);
  }

  /**
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

  /** Windows that wait to be run. */
  public int waiting() {
    return queue.waiting();
  }

  /**
   * Why nothing new would be let in now, which is known before what is asked has been read; null if
   * something would.
   */
  public @Nullable OverloadedException refusal() {
    return queue.refusal();
  }

  /** Windows that may wait. */
  public int room() {
    return settings.queue();
  }

  /** The windows that wait for these threads. */
  WindowQueue queue() {
    return queue;
  }

  /** Runs what waits, and ends the threads; what they do not get done in time is refused. */
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
