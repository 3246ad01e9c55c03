package space.maneuver.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.ModelBundle;

/**
 * The threads that run all networks, and the queue before them. They live as long as the service,
 * since PyTorch is slow on new ones.
 */
public final class InferenceThreads implements AutoCloseable {

  private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

  private final InferenceSettings settings;
  private final InferenceListener listener;
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
    this.listener = listener;
    this.clock = clock;
    queue = new WindowQueue(settings, clock);
    for (int i = 0; i < settings.threads(); i++) {
      Thread thread =
          new Thread(
              new InferenceWorker(queue, settings.batch(), listener, clock), "inference-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** Now, on the clock of all deadlines. */
  long nanoTime() {
    return clock.getAsLong();
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

  /**
   * Lets windows in, all or none.
   *
   * @param patient whether to wait for room, instead of being refused
   */
  void submit(Submission submission, boolean patient) {
    try {
      queue.add(submission, jobs(submission), patient);
    } catch (RuntimeException e) {
      if (e instanceof OverloadedException overloaded) {
        listener.refused(overloaded.bound(), submission.windows().size());
      }
      submission.fail(e);
      submission.leave(submission.windows().size());
      throw e;
    }
  }

  /** Takes out what does not run yet. */
  void cancel(Submission submission, RuntimeException reason) {
    submission.fail(reason);
    int count = queue.cancel(submission);
    if (count > 0) {
      listener.dropped(submission.model().bundle(), count);
      submission.leave(count);
    }
  }

  /** By the length that their windows are padded to. */
  static Map<Integer, Job> jobs(Submission submission) {
    ModelBundle bundle = submission.model().bundle();
    int[] padded = new int[submission.windows().size()];
    Arrays.setAll(padded, i -> bundle.paddedSteps(submission.windows().get(i).steps()));
    Map<Integer, Job> jobs = new LinkedHashMap<>();
    for (int time : padded) {
      if (!jobs.containsKey(time)) {
        int[] members = IntStream.range(0, padded.length).filter(i -> padded[i] == time).toArray();
        jobs.put(time, new Job(submission, members));
      }
    }
    return jobs;
  }

  /** Runs what waits, and ends the threads; what they do not get done in time is refused. */
  @Override
  public void close() {
    queue.close();
    Deadline end = Deadline.after(CLOSE_WAIT, nanoTime());
    try {
      for (Thread thread : threads) {
        while (thread.isAlive() && end.nanosLeft(nanoTime()) > 0) {
          TimeUnit.NANOSECONDS.timedJoin(thread, end.nanosLeft(nanoTime()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Submission left : queue.submissions()) {
      cancel(left, new ShuttingDownException());
    }
  }
}
