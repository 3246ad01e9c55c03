package space.maneuver.detection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.FeatureWindows;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ManeuverModel;
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
  private final SolarFlux solarFlux;

  ModelSession(ModelLease lease, SolarFlux solarFlux) {
    this.lease = lease;
    this.solarFlux = solarFlux;
  }

  public ModelBundle bundle() {
    return lease.model().bundle();
  }

  /** Gives the caller its whole time again, as for the next lines of a stream. */
  public void restartDeadline() {}

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
    return new WindowPredictor(model()).predict(windows, steps);
  }

  /**
   * Begins to predict; waits only for room, and only after the session's first windows.
   *
   * @param windows no more than {@link DetectionService#largestSubmission()}
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when there is no room in time
   */
  public PendingPredictions submit(List<FeatureWindow> windows, boolean steps) {
    return new PendingPredictions(CompletableFuture.completedFuture(predict(windows, steps)));
  }

  /**
   * The network's logit of every window, any number of them, in the same order; NaN where it failed
   * on that window alone.
   *
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when it takes longer than the caller waits
   */
  public float[] logits(List<FeatureWindow> windows) {
    return new WindowBatches(model()).logits(windows);
  }

  /** As {@link FeatureWindows#of}. */
  public List<FeatureWindow> features(History history, int days, int strideDays) {
    return FeatureWindows.of(
        bundle().features().sampling(), history, days, strideDays, solarFlux());
  }

  /** As {@link ManeuverDetector#detect}. */
  public ObjectReport detect(History history, @Nullable Double minConfidence) {
    return new ManeuverDetector(model(), solarFlux()).detect(history, minConfidence);
  }

  private ManeuverModel model() {
    return lease.model();
  }

  private SolarFlux solarFlux() {
    return bundle().training().solarFlux() ? solarFlux : SolarFlux.NONE;
  }

  @Override
  public void close() {
    lease.close();
  }
}
