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
 * Windows of one caller on their way through the queue, and their logits. Each window is accounted
 * for exactly once, by {@link #finish}, whether it was run or not.
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
   * Creates a submission, which takes a lease of its model.
   *
   * @param queue to which the windows are added
   * @param lease shared until no window is waiting or running
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
   * @param deadline after which the results are no longer wanted
   * @param caller whose share they count towards; null: nobody's
   * @param background whether they run only on otherwise idle threads
   * @param separate whether no other windows may share their batches, so that their logits do not
   *     depend on what else runs
   */
  record Terms(
      long since, long deadline, @Nullable String caller, boolean background, boolean separate) {

    private static final long NEVER = Long.MAX_VALUE / 2;

    static Terms of(RequestLimits limits, long now) {
      return new Terms(now, now + limits.timeout().toNanos(), limits.caller(), false, false);
    }

    static Terms separate(RequestLimits limits, long now) {
      return new Terms(now, now + limits.timeout().toNanos(), limits.caller(), false, true);
    }

    static Terms background(long now) {
      return new Terms(now, now + NEVER, null, true, true);
    }

    /**
     * Returns these terms for windows that are submitted later.
     *
     * @throws DeadlineExceededException if the deadline has passed
     */
    Terms submittedAt(long now) {
      if (left(now) <= 0) {
        throw new DeadlineExceededException();
      }
      return new Terms(now, deadline, caller, background, separate);
    }

    /** Returns the time to the deadline, nanoseconds; negative if it has passed. */
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

  /** Returns the logging context of the request that submitted the windows. */
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

  /** Returns one logit per window; NaN if the network failed on it. */
  float[] logits() {
    return logits;
  }

  /**
   * Returns the step logits of a window, provided that its logit is not NaN; null unless requested.
   */
  float @Nullable [] stepLogits(int window) {
    return stepLogits == null ? null : stepLogits[window];
  }

  /**
   * Completes when each window has its logit, or exceptionally with the reason why one has none.
   */
  CompletableFuture<Submission> done() {
    return done;
  }

  /** Ends a submission that was not queued. */
  void refuse() {
    lease.close();
  }

  /**
   * Records that windows are neither waiting nor running any more, so that they no longer count
   * towards the caller's share. The last one returns the lease and completes the submission.
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
