package space.maneuver.model.bundle;

import space.maneuver.math.Logistic;

/**
 * Turns a logit into a probability: 1 / (1 + exp(-(slope * logit + offset))).
 *
 * @param slope above 0, so that the order of logits stays
 * @param offset added after scaling
 */
public record Calibration(double slope, double offset) {

  /** In [0, 1]; of a logit of the network. */
  public double probability(double logit) {
    return Logistic.probability(slope * logit + offset);
  }
}
