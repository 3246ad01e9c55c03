package space.maneuver.web.oip;

import java.util.List;
import java.util.Objects;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.ModelBundle;

/** The input and output tensors of a model. */
final class ModelTensors {

  /** Windows (batch, steps, channels), in the units of the schema; NaN marks a missing number. */
  static final String X = "x";

  /** Number of steps of each window, (batch); if omitted, all steps of {@code x}. */
  static final String LENGTHS = "lengths";

  /** Raw output of the network, before calibration, (batch). */
  static final String LOGIT = "logit";

  /** Calibrated probability, (batch). */
  static final String PROBABILITY = "probability";

  static final String FP32 = "FP32";
  static final String INT64 = "INT64";

  private static final int ANY = -1;

  private final ModelBundle bundle;

  ModelTensors(ModelBundle bundle) {
    this.bundle = bundle;
  }

  int channels() {
    return bundle.features().channels().size();
  }

  List<TensorMetadata> inputs() {
    return List.of(
        new TensorMetadata(X, FP32, List.of(ANY, ANY, channels())),
        new TensorMetadata(LENGTHS, INT64, List.of(ANY)));
  }

  /**
   * Only daily models have the probability: it depends on the length of a window in days, which the
   * number of steps gives for them alone.
   */
  List<TensorMetadata> outputs() {
    TensorMetadata logit = new TensorMetadata(LOGIT, FP32, List.of(ANY));
    return daily()
        ? List.of(logit, new TensorMetadata(PROBABILITY, FP32, List.of(ANY)))
        : List.of(logit);
  }

  private boolean daily() {
    return bundle.features().sampling() == Sampling.DAILY;
  }

  float[] probabilities(List<FeatureWindow> windows, float[] logits) {
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      Calibration calibration =
          Objects.requireNonNull(bundle.calibration().get(windows.get(i).days()));
      probabilities[i] = (float) calibration.probability(logits[i]);
    }
    return probabilities;
  }
}
