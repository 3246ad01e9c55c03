package space.maneuver.math;

import java.util.List;

/**
 * Platt scaling: turns a logit into a calibrated probability, 1 / (1 + exp(-(slope x logit +
 * offset))), and keeps the order of the logits.
 *
 * @param slope at least {@link #SMALLEST_SLOPE}
 * @param offset finite
 */
public record Platt(double slope, double offset) {

  /**
   * The slope used where the fit asks for less: then the logits tell nothing, or the opposite of
   * the labels, but their order still has to be kept.
   */
  public static final double SMALLEST_SLOPE = 1e-3;

  /**
   * @throws IllegalArgumentException when the slope is too small to keep the order, or a number is
   *     not finite
   */
  public Platt {
    if (!(slope >= SMALLEST_SLOPE) || !Double.isFinite(slope) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("slope " + slope + ", offset " + offset);
    }
  }

  /**
   * The most likely slope and offset by Newton's method with backtracking (Lin, Lin and Weng, "A
   * note on Platt's probabilistic outputs for support vector machines", 2007). Targets are Platt's
   * (n+ + 1) / (n+ + 2) and 1 / (n- + 2) in place of 1 and 0, so that separable classes have a
   * finite answer. A slope below {@link #SMALLEST_SLOPE} is raised to it, and the offset fitted
   * alone.
   *
   * @param logits any finite numbers and their labels; at least one
   * @throws IllegalArgumentException when there is none, or one is not finite
   */
  public static Platt fit(List<LabelledScore> logits) {
    if (logits.isEmpty()) {
      throw new IllegalArgumentException("nothing to fit a calibration to");
    }
    PlattFit fit = new PlattFit(logits);
    PlattFit.Line line = fit.slopeAndOffset();
    if (line.slope() < SMALLEST_SLOPE) {
      line = fit.offset(SMALLEST_SLOPE);
    }
    return new Platt(line.slope(), line.offset());
  }

  /** Calibrated probability of a logit, 0 to 1; 1 from where a double tells no more, about 36. */
  public double probability(double logit) {
    return 1 / (1 + Math.exp(-(slope * logit + offset)));
  }
}
