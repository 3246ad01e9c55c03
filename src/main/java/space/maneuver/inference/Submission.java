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

/** Windows of one caller on their way through the queue, and the logits that they get. */
final class Submission {

  private final ModelLease lease;
  private final List<FeatureWindow> windows;
  private final float[] logits;
  private final float @Nullable [][] stepLogits;
  private final Deadline deadline;
  private final @Nullable String caller;
  private final @Nullable Map<String, String> logContext = MDC.getCopyOfContextMap();
  private final long since;
  private final AtomicInteger left;
  private final CompletableFuture<Submission> done = new CompletableFuture<>();

  /**
   * @param lease kept until no window waits or runs any more
   * @param windows at least one
   * @param since when it came, on the clock of the deadline
   */
  Submission(
      ModelLease lease,
      List<FeatureWindow> windows,
      boolean steps,
      Deadline deadline,
      @Nullable String caller,
      long since) {
    this.lease = lease.share();
    this.windows = windows;
    this.logits = new float[windows.size()];
    Arrays.fill(logits, Float.NaN);
    this.stepLogits = steps ? new float[windows.size()][] : null;
    this.deadline = deadline;
    this.caller = caller;
    this.since = since;
    this.left = new AtomicInteger(windows.size());
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

  Deadline deadline() {
    return deadline;
  }

  @Nullable String caller() {
    return caller;
  }

  /** What each log line of the request has, which it was made by. */
  @Nullable Map<String, String> logContext() {
    return logContext;
  }

  /** When it came, on the clock of the deadline. */
  long since() {
    return since;
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

  void fail(RuntimeException problem) {
    done.completeExceptionally(problem);
  }

  /** Some windows neither wait nor run any more. */
  void leave(int count) {
    if (left.addAndGet(-count) == 0) {
      lease.close();
      done.complete(this);
    }
  }
}
