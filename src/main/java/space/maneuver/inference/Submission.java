package space.maneuver.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.registry.ModelLease;
import space.maneuver.model.torch.ManeuverModel;

/**
 * Windows of one caller on their way through the queue, and the logits that they get. Each window
 * is counted out once, by {@link #finish}, whether it was run or not.
 */
final class Submission {

  private final WindowQueue queue;
  private final ModelLease lease;
  private final List<FeatureWindow> windows;
  private final float[] logits;
  private final float @Nullable [][] stepLogits;
  private final Terms terms;
  private final @Nullable Map<String, String> logContext = MDC.getCopyOfContextMap();
  private final AtomicInteger left;
  private final CompletableFuture<Submission> done = new CompletableFuture<>();

  /**
   * @param queue that the windows are put into
   * @param lease kept until no window waits or runs
   * @param windows at least one
   * @param steps whether the logit of each step is wanted
   */
  Submission(
      WindowQueue queue,
      ModelLease lease,
      List<FeatureWindow> windows,
      boolean steps,
      Terms terms) {
    this.queue = queue;
    this.lease = lease.share();
    this.windows = windows;
    this.logits = new float[windows.size()];
    Arrays.fill(logits, Float.NaN);
    this.stepLogits = steps ? new float[windows.size()][] : null;
    this.terms = terms;
    this.left = new AtomicInteger(windows.size());
  }

  /**
   * When and for whom windows are run; times in nanoseconds on the clock of the queue.
   *
   * @param since when they were submitted
   * @param deadline after which no answer is wanted
   * @param caller whose share they count towards; null for nobody's
   * @param background whether they are run only by threads that have nothing else to run
   */
  record Terms(long since, long deadline, @Nullable String caller, boolean background) {

    private static final long NEVER = Long.MAX_VALUE / 2;

    static Terms of(RequestLimits limits, long now) {
      return new Terms(now, now + limits.timeout().toNanos(), limits.caller(), false);
    }

    static Terms background(long now) {
      return new Terms(now, now + NEVER, null, true);
    }

    /**
     * The same for windows that are submitted later.
     *
     * @throws DeadlineExceededException when it is too late
     */
    Terms submittedAt(long now) {
      if (left(now) <= 0) {
        throw new DeadlineExceededException();
      }
      return new Terms(now, deadline, caller, background);
    }

    /** Nanoseconds to the deadline; negative when it has passed. */
    long left(long now) {
      return deadline - now;
    }
  }

  ManeuverModel model() {
    return lease.model();
  }

  List<FeatureWindow> windows() {
    return windows;
  }

  boolean steps() {
    return stepLogits != null;
  }

  Terms terms() {
    return terms;
  }

  /** The log context of the request that submitted the windows. */
  @Nullable Map<String, String> logContext() {
    return logContext;
  }

  void answer(int window, float logit) {
    logits[window] = logit;
  }

  void answer(int window, float[] steps) {
    if (stepLogits != null) {
      stepLogits[window] = steps;
      logits[window] = steps[steps.length - 1];
    }
  }

  /** One per window; NaN where the network failed. */
  float[] logits() {
    return logits;
  }

  /** Of a window whose logit is a number; null unless asked for. */
  float @Nullable [] stepLogits(int window) {
    return stepLogits == null ? null : stepLogits[window];
  }

  /** Completes when each window has its logit, or with what kept them from getting one. */
  CompletableFuture<Submission> done() {
    return done;
  }

  /** Ends a submission none of whose windows has been let into the queue. */
  void refuse() {
    lease.close();
  }

  /**
   * Some windows neither wait nor run any more: they no longer count towards the caller's share.
   * The last one gives the model back and completes the submission.
   *
   * @param dropped why they were not run; null if they were
   */
  void finish(int count, @Nullable RuntimeException dropped) {
    queue.leave(this, count, dropped != null);
    if (dropped != null) {
      done.completeExceptionally(dropped);
    }
    if (left.addAndGet(-count) == 0) {
      lease.close();
      done.complete(this);
    }
  }
}
