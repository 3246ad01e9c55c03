package space.maneuver.evaluation.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.math.LabelledScore;
import space.maneuver.math.Logistic;
import space.maneuver.model.bundle.Calibration;

/**
 * Platt scaling: fits the {@link Calibration} that turns logits into probabilities, keeping their
 * order.
 */
public final class PlattScaling {

  /**
   * Lower limit of the slope, used where the logits carry no information or contradict the labels;
   * their order is kept nevertheless.
   */
  static final double SMALLEST_SLOPE = 1e-3;

  private PlattScaling() {}

  /**
   * Computes the most likely slope and offset by Newton's method with backtracking (Lin, Lin and
   * Weng, "A note on Platt's probabilistic outputs for support vector machines", 2007). Targets are
   * Platt's (n+ + 1) / (n+ + 2) and 1 / (n- + 2) in place of 1 and 0, which keeps the result finite
   * for separable classes. A slope below {@link #SMALLEST_SLOPE} is raised to it and the offset is
   * fitted alone.
   *
   * @param logits finite logits and their labels, at least one
   * @throws IllegalArgumentException if there is none, or one is not finite
   */
  public static Calibration fit(List<LabelledScore> logits) {
    if (logits.isEmpty()) {
      throw new IllegalArgumentException("no scores to fit a calibration to");
    }
    PlattFit fit = new PlattFit(logits);
    PlattFit.Line line = fit.slopeAndOffset();
    if (line.slope() < SMALLEST_SLOPE) {
      line = fit.offset(SMALLEST_SLOPE);
    }
    return new Calibration(line.slope(), line.offset());
  }

  /**
   * Minimizes the cross entropy by Newton's method with backtracking. Works on logits minus their
   * mean, where slope and offset are nearly uncorrelated even if all logits are almost equal.
   */
  private static final class PlattFit {

    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double GRADIENT_TOLERANCE = 1e-5;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double RIDGE = 1e-12;

    private final double mean;
    private final double[] logits;
    private final double[] targets;
    private final double prior;

    /** The current fit; unlike in a {@link Calibration}, the slope is unrestricted. */
    record Line(double slope, double offset) {

      private double at(double logit) {
        return slope * logit + offset;
      }

      private Line shifted(double by) {
        return new Line(slope, at(by));
      }
    }

    PlattFit(List<LabelledScore> labelled) {
      mean = labelled.stream().mapToDouble(LabelledScore::score).average().orElseThrow();
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("a logit is not finite");
      }
      logits = labelled.stream().mapToDouble(score -> score.score() - mean).toArray();
      int positives = (int) labelled.stream().filter(LabelledScore::positive).count();
      int negatives = logits.length - positives;
      double yes = (positives + 1.0) / (positives + 2.0);
      double no = 1.0 / (negatives + 2.0);
      targets = labelled.stream().mapToDouble(score -> score.positive() ? yes : no).toArray();
      prior = Math.log((positives + 1.0) / (negatives + 1.0));
    }

    /** Fits slope and offset. */
    Line slopeAndOffset() {
      return descend(new Line(0, prior), true).shifted(-mean);
    }

    /** Fits the offset for a given slope. */
    Line offset(double slope) {
      return descend(new Line(slope, prior), false).shifted(-mean);
    }

    private Line descend(Line start, boolean slopeFree) {
      Line line = start;
      double loss = loss(line);
      for (int step = 0; step < MOST_STEPS; step++) {
        Line next = next(line, loss, slopeFree);
        if (next == null) {
          break;
        }
        line = next;
        loss = loss(line);
      }
      return line;
    }

    /** Takes one Newton step, halved until the loss falls; null if the line cannot be improved. */
    private @Nullable Line next(Line line, double loss, boolean slopeFree) {
      double slopeGradient = 0;
      double offsetGradient = 0;
      double curvature = RIDGE;
      double mixed = 0;
      double slopeCurvature = slopeFree ? RIDGE : 1;
      for (int i = 0; i < logits.length; i++) {
        double probability = Logistic.probability(line.at(logits[i]));
        double weight = probability * (1 - probability);
        offsetGradient += probability - targets[i];
        curvature += weight;
        if (slopeFree) {
          slopeGradient += logits[i] * (probability - targets[i]);
          slopeCurvature += logits[i] * logits[i] * weight;
          mixed += logits[i] * weight;
        }
      }
      if (Math.max(Math.abs(slopeGradient), Math.abs(offsetGradient)) < GRADIENT_TOLERANCE) {
        return null;
      }
      double determinant = slopeCurvature * curvature - mixed * mixed;
      double slopeStep = -(curvature * slopeGradient - mixed * offsetGradient) / determinant;
      double offsetStep = -(slopeCurvature * offsetGradient - mixed * slopeGradient) / determinant;
      double descent = slopeGradient * slopeStep + offsetGradient * offsetStep;
      for (double size = 1; size >= SMALLEST_STEP; size /= 2) {
        Line next = new Line(line.slope + size * slopeStep, line.offset + size * offsetStep);
        if (loss(next) < loss + SUFFICIENT_DECREASE * size * descent) {
          return next;
        }
      }
      return null;
    }

    private double loss(Line line) {
      double loss = 0;
      for (int i = 0; i < logits.length; i++) {
        double z = line.at(logits[i]);
        loss += Math.max(z, 0) - targets[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
      }
      return loss;
    }
  }
}
