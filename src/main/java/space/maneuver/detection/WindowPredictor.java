package space.maneuver.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.search.StepSearch;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.features.FeatureSeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.inference.InProcessRunner;
import space.maneuver.inference.Prediction;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;

/** Predicts the burn probability of windows of 30 and 60 days, in any mixture. */
public final class WindowPredictor {

  private static final int CHUNK = 1024;

  private final ModelBundle bundle;
  private final InProcessRunner batches;
  private final @Nullable StepSearch stepSearch;

  public WindowPredictor(ManeuverModel model) {
    bundle = model.bundle();
    batches = new InProcessRunner(model);
    stepSearch =
        bundle.features().sampling() == Sampling.PER_ELEMENT_SET ? new StepSearch(model) : null;
  }

  /**
   * Predicts every window.
   *
   * @param windows with lengths and schema of the bundle
   * @param steps whether to include the probability of each step
   * @return one per window, in the same order
   */
  public List<Prediction> predict(List<FeatureWindow> windows, boolean steps) {
    List<Prediction> predictions = new ArrayList<>(windows.size());
    if (steps) {
      float[][] stepLogits = batches.stepLogits(windows);
      // The last step of a daily network is the answer to the window; other networks have none
      // there.
      boolean last = bundle.features().sampling() == Sampling.DAILY;
      float[] logits = last ? new float[0] : batches.logits(windows);
      for (int i = 0; i < stepLogits.length; i++) {
        float[] own = stepLogits[i];
        float logit = last ? own[own.length - 1] : logits[i];
        predictions.add(Prediction.of(bundle, windows.get(i), logit, own));
      }
    } else {
      float[] logits = batches.logits(windows);
      for (int i = 0; i < logits.length; i++) {
        predictions.add(Prediction.of(bundle, windows.get(i), logits[i], null));
      }
    }
    return predictions;
  }

  /**
   * Predicts every window of a history. The first starts at 00:00 UTC of the first element set's
   * day; none extends beyond the newest element set's day, and none is omitted.
   *
   * @param days length of the windows, one of the bundle's
   * @param strideDays stride between the starts of consecutive windows, d, at least 1
   * @param context how much of the history the network may use
   */
  public List<WindowProbability> scan(
      History history, int days, int strideDays, SolarFlux solarFlux, WindowContext context) {
    if (context == WindowContext.FULL && stepSearch != null) {
      return stepSearch.windows(ElementSetSeries.of(history), days, strideDays);
    }
    FeatureSeries series = FeatureSeries.of(bundle.features().sampling(), history, solarFlux);
    List<Prediction> predictions = new ArrayList<>();
    List<FeatureWindow> chunk = new ArrayList<>();
    for (long from = 0; from + days <= series.days(); from += strideDays) {
      chunk.add(series.window(Math.toIntExact(from), days));
      if (chunk.size() == CHUNK || from + days + strideDays > series.days()) {
        predictions.addAll(predict(chunk, false));
        chunk.clear();
      }
    }
    return WindowProbability.within(
        series.firstDay(),
        series.days(),
        days,
        strideDays,
        from -> predictions.get(from / strideDays).probability());
  }
}
