package space.maneuver.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.FeatureWindows;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ModelBundle;
import space.maneuver.model.ModelLease;
import space.maneuver.orbit.History;

/**
 * One caller's use of one version of a model, which stays until the session is closed even while
 * another takes its place. What a session asks for first is refused when there is no room for it;
 * once it has been let in, it waits for room. For one thread at a time; closing it cancels what is
 * left.
 */
public final class ModelSession implements AutoCloseable {

  private final ModelLease lease;
  private final ServedWindows runner;
  private final SolarFlux solarFlux;
  private final Runnable onClose;
  private final List<Submission> pending = new ArrayList<>();
  private boolean closed;

  ModelSession(ModelLease lease, ServedWindows runner, SolarFlux solarFlux, Runnable onClose) {
    this.lease = lease;
    this.runner = runner;
    this.solarFlux = solarFlux;
    this.onClose = onClose;
  }

  public ModelBundle bundle() {
    return lease.model().bundle();
  }

  /** Gives the caller its whole time again, as for the next lines of a stream. */
  public void restartDeadline() {
    runner.restartDeadline();
  }

  /**
   * Predicts every window, any number of them.
   *
   * @param windows of the lengths and the schema of the bundle
   * @param steps whether to answer each step too
   * @return one per window, in the same order
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when it takes longer than the caller waits
   */
  public List<Prediction> predict(List<FeatureWindow> windows, boolean steps) {
    List<Prediction> predictions = new ArrayList<>(windows.size());
    for (Submission done : runner.run(windows, steps)) {
      int from = predictions.size();
      predictions.addAll(predictions(done, windows.subList(from, from + done.windows().size())));
    }
    return predictions;
  }

  /**
   * Begins to predict; waits only for room, and only after the session's first windows.
   *
   * @param windows no more than {@link DetectionService#largestSubmission()}
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when there is no room in time
   */
  public PendingPredictions submit(List<FeatureWindow> windows, boolean steps) {
    pending.removeIf(each -> each.done().isDone());
    Submission submission = runner.submit(windows, steps);
    pending.add(submission);
    return new PendingPredictions(
        submission.done(),
        () -> predictions(runner.await(submission), windows),
        () -> runner.cancel(submission));
  }

  /**
   * The network's logit of every window, any number of them, in the same order; NaN where it failed
   * on that window alone.
   *
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when it takes longer than the caller waits
   */
  public float[] logits(List<FeatureWindow> windows) {
    return runner.logitsOrNaN(windows);
  }

  /** As {@link FeatureWindows#of}. */
  public List<FeatureWindow> features(History history, int days, int strideDays) {
    return FeatureWindows.of(
        bundle().features().sampling(), history, days, strideDays, solarFlux());
  }

  /** As {@link ManeuverDetector#detect(History, Double, boolean)}. */
  public ObjectReport detect(History history, @Nullable Double minConfidence, boolean series) {
    return new ManeuverDetector(bundle(), runner, solarFlux())
        .detect(history, minConfidence, series);
  }

  private List<Prediction> predictions(Submission done, List<FeatureWindow> windows) {
    float[] logits = done.logits();
    List<Prediction> predictions = new ArrayList<>(logits.length);
    for (int i = 0; i < logits.length; i++) {
      float[] steps = done.stepLogits(i);
      predictions.add(Prediction.of(bundle(), windows.get(i), logits[i], steps));
    }
    return predictions;
  }

  private SolarFlux solarFlux() {
    return bundle().training().solarFlux() ? solarFlux : SolarFlux.NONE;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      pending.forEach(runner::cancel);
      lease.close();
      onClose.run();
    }
  }
}
