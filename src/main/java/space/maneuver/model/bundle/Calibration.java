package space.maneuver.model.bundle;

import space.maneuver.math.Logistic;

/**
 * Converts a logit to a probability: 1 / (1 + exp(-(slope * logit + offset))).
 *
 * @param slope above 0, so that the order of logits is preserved
 * @param offset added after scaling
 */
public record Calibration(double slope, double offset) {

  /** Returns the calibrated probability of a logit, in [0, 1]. */
  public double probability(double logit) {
    return Logistic.probability(slope * logit + offset);
  }
}
