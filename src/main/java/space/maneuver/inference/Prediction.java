package space.maneuver.inference;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.ModelBundle;

/**
 * What the model says of one window.
 *
 * @param id the caller's mark of the window, if it had one
 * @param probability calibrated probability that a burn starts inside the window, 0 to 1; NaN where
 *     the network failed on this window
 * @param maneuver whether {@code probability} reaches {@code threshold}
 * @param threshold of the bundle for this window length
 * @param steps per step, the probability that a burn has started by the end of the day, of a daily
 *     model, or lies in the gap before the element set; null unless asked for
 */
public record Prediction(
    @Nullable String id,
    double probability,
    boolean maneuver,
    double threshold,
    double @Nullable [] steps) {

  /** What the logits of a network mean. */
  public static Prediction of(
      ModelBundle bundle, FeatureWindow window, float logit, float @Nullable [] stepLogits) {
    Calibration calibration = bundle.windowCalibration(window.days(), window.regime());
    double threshold = Objects.requireNonNull(bundle.thresholds().window().get(window.days()));
    double probability = calibration.probability(logit);
    double[] steps = null;
    if (stepLogits != null) {
      steps = new double[stepLogits.length];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = calibration.probability(stepLogits[i]);
      }
    }
    return new Prediction(window.id(), probability, probability >= threshold, threshold, steps);
  }

  /** Whether there is no answer, since the network failed on this window. */
  public boolean failed() {
    return Double.isNaN(probability);
  }
}
