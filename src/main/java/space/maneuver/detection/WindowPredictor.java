package space.maneuver.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.FeatureWindow;
import space.maneuver.model.Calibration;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;

/** Says of windows, 30 and 60 days mixed freely, how probable a burn in each is. */
public final class WindowPredictor {

  private final ModelBundle bundle;
  private final WindowBatches batches;

  public WindowPredictor(ManeuverModel model) {
    bundle = model.bundle();
    batches = new WindowBatches(model);
  }

  /**
   * Predicts every window.
   *
   * @param windows of the lengths and the schema of the bundle
   * @param steps whether to answer each step too
   * @return one per window, in the same order
   */
  public List<Prediction> predict(List<FeatureWindow> windows, boolean steps) {
    List<Prediction> predictions = new ArrayList<>(windows.size());
    if (steps) {
      float[][] logits = batches.stepLogits(windows);
      for (int i = 0; i < logits.length; i++) {
        predictions.add(predict(windows.get(i), logits[i][logits[i].length - 1], logits[i]));
      }
    } else {
      float[] logits = batches.logits(windows);
      for (int i = 0; i < logits.length; i++) {
        predictions.add(predict(windows.get(i), logits[i], null));
      }
    }
    return predictions;
  }

  private Prediction predict(FeatureWindow window, float logit, float @Nullable [] stepLogits) {
    Calibration calibration = Objects.requireNonNull(bundle.calibration().get(window.days()));
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
}
