package space.maneuver.model.bundle;

import java.util.Map;

/**
 * Calibration of one orbit regime, where satellites of it were held out to fit it to.
 *
 * @param window of window logits, by length of the window, d
 * @param event of the confidence of a maneuver; its input is the logit of the raw score
 */
public record RegimeCalibration(Map<Integer, Calibration> window, Calibration event) {

  public RegimeCalibration {
    window = Sorted.copy(window);
  }
}
