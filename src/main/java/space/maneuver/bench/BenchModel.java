package space.maneuver.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/**
 * A model, windows to predict and the expected answers.
 *
 * @param bundle bundle of the model
 * @param windows windows to predict
 * @param logits logit of each window, computed alone
 */
record BenchModel(LoadedBundle bundle, List<FeatureWindow> windows, List<Float> logits) {

  static BenchModel of(LoadedBundle bundle, List<FeatureWindow> windows) {
    try (ManeuverModel model = ManeuverModel.start(bundle)) {
      List<Float> logits = new ArrayList<>();
      for (FeatureWindow window : windows) {
        logits.add(model.logits(batch(bundle.description(), List.of(window)))[0]);
      }
      return new BenchModel(bundle, windows, logits);
    }
  }

  /** Returns windows as one batch, padded to the longest. */
  static WindowBatch batch(ModelBundle bundle, List<FeatureWindow> windows) {
    Normaliser normaliser = bundle.normaliser();
    int time = windows.stream().mapToInt(FeatureWindow::steps).max().orElseThrow();
    var x = WindowBatch.allocate(windows.size(), time, normaliser.width());
    for (int row = 0; row < windows.size(); row++) {
      x.asFloatBuffer().put(row * time * normaliser.width(), normaliser.apply(windows.get(row)));
    }
    long[] lengths = windows.stream().mapToLong(FeatureWindow::steps).toArray();
    return new WindowBatch(x, windows.size(), time, normaliser.width(), lengths);
  }

  String name() {
    return bundle.description().name();
  }

  /** Returns the probabilities of the windows in [{@code from}, {@code to}). */
  double[] probabilities(int from, int to) {
    double[] probabilities = new double[to - from];
    for (int i = from; i < to; i++) {
      Calibration calibration =
          Objects.requireNonNull(bundle.description().calibration().get(windows.get(i).days()));
      probabilities[i - from] = calibration.probability(logits.get(i));
    }
    return probabilities;
  }
}
