package space.maneuver.inference;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.ModelBundle;

/**
 * The model's prediction for one window.
 *
 * @param id of the window, as the caller gave it; null if there was none
 * @param probability calibrated probability that a burn starts inside the window, 0 to 1; NaN if
 *     the network failed on this window
 * @param maneuver whether {@code probability} reaches {@code threshold}
 * @param threshold of the bundle for this window length
 * @param steps probability of each step: for a daily model, that a burn has started by the end of
 *     the day; for other models, that there is a burn in the gap before the element set; null
 *     unless requested
 */
public record Prediction(
    @Nullable String id,
    double probability,
    boolean maneuver,
    double threshold,
    double @Nullable [] steps) {

  /** Converts logits to a prediction. */
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

  /** Whether the network failed on this window, so that there is no prediction. */
  public boolean failed() {
    return Double.isNaN(probability);
  }
}
