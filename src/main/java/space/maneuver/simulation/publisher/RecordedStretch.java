package space.maneuver.simulation.publisher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import space.maneuver.math.LeastSquares;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Sgp4;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.DragRate;
import space.maneuver.simulation.orbit.TrueOrbit;
import space.maneuver.simulation.publisher.Publisher.PublishedError;

/**
 * Intervals and errors of the element sets in a real history without burns. The error of an element
 * set is its distance from a smooth path through its neighbors, in all elements and drag at once,
 * which preserves correlations. The path is robust: an outlier would otherwise give its neighbors a
 * spurious error that looks like a step.
 */
final class RecordedStretch {

  /** Element sets on each side that the smooth path is fitted to, within {@link #REACH} days. */
  private static final int NEIGHBOURS = 6;

  private static final double REACH = 15;
  private static final int FEWEST = 8;

  /** Varying drag bends the position along the orbit; all else is smoother. */
  private static final int PATH_DEGREE = 3;

  private static final int DEGREE = 2;

  private final double[] intervals;
  private final List<PublishedError> errors;

  private RecordedStretch(double[] intervals, List<PublishedError> errors) {
    this.intervals = intervals;
    this.errors = errors;
  }

  /** Extracts errors and intervals of a history without burns; may be empty. */
  static RecordedStretch of(History quiet) {
    List<ElementSet> elements = quiet.elements();
    List<Double> intervals = new ArrayList<>();
    List<PublishedError> errors = new ArrayList<>();
    double perBStar = quiet.regime() == OrbitRegime.LEO ? DragRate.perBStar(elements.get(0)) : 0;
    for (int k = 1; k < elements.size(); k++) {
      ElementSet own = elements.get(k);
      List<ElementSet> around = new ArrayList<>();
      for (int j = Math.max(0, k - NEIGHBOURS);
          j <= Math.min(elements.size() - 1, k + NEIGHBOURS);
          j++) {
        if (Math.abs(elements.get(j).epochDays() - own.epochDays()) <= REACH) {
          around.add(elements.get(j));
        }
      }
      if (around.size() >= FEWEST) {
        // An element set that SGP4 cannot propagate cannot be compared with its neighbors.
        PublishedError error = Sgp4.attempt(() -> error(own, around, perBStar));
        if (error != null) {
          errors.add(error);
          intervals.add(own.epochDays() - elements.get(k - 1).epochDays());
        }
      }
    }
    return new RecordedStretch(
        intervals.stream().mapToDouble(Double::doubleValue).toArray(), errors);
  }

  private static PublishedError error(ElementSet own, List<ElementSet> around, double perBStar) {
    double bStar = Medians.of(around.stream().mapToDouble(ElementSet::bStar).toArray());
    ElementSet reference = own.withDrag(bStar, 0);
    double[] days = new double[around.size()];
    List<Deviation> apart = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      ElementSet other = around.get(i);
      days[i] = other.epochDays() - own.epochDays();
      apart.add(Deviation.between(TrueOrbit.advanced(reference, other.epochTicks()), other));
    }
    Deviation path =
        new Deviation(
            smooth(days, apart, Deviation::meanMotion, DEGREE),
            smooth(days, apart, Deviation::phase, PATH_DEGREE),
            smooth(days, apart, Deviation::ex, DEGREE),
            smooth(days, apart, Deviation::ey, DEGREE),
            smooth(days, apart, Deviation::ix, DEGREE),
            smooth(days, apart, Deviation::iy, DEGREE));
    return new PublishedError(path.times(-1), (own.bStar() - bStar) * perBStar);
  }

  private static double smooth(
      double[] days, List<Deviation> apart, ToDoubleFunction<Deviation> part, int degree) {
    return RobustPolynomial.atZero(days, apart.stream().mapToDouble(part).toArray(), degree);
  }

  int size() {
    return intervals.length;
  }

  /** Returns the interval since the previous element set, d. */
  double interval(int k) {
    return intervals[k];
  }

  /** Returns the error of an element set. */
  PublishedError error(int k) {
    return errors.get(k);
  }

  /**
   * Robust polynomial fits: least squares with Tukey's bisquare weights, which ignore points far
   * from the others (Beaton and Tukey 1974).
   */
  private static final class RobustPolynomial {

    private static final int PASSES = 10;

    /** Standard deviations beyond which a point is ignored; 95 % efficient on normal noise. */
    private static final double FAR = 4.685;

    private RobustPolynomial() {}

    /**
     * Returns the value of the fitted polynomial at 0.
     *
     * @param x more than {@code degree + 1} distinct abscissas
     * @param y ordinates, as many as abscissas
     */
    static double atZero(double[] x, double[] y, int degree) {
      double[][] powers = powers(x, degree);
      double[] weights = new double[x.length];
      Arrays.fill(weights, 1);
      double[] coefficients = new LeastSquares(powers, y, weights).solve();
      for (int pass = 0; pass < PASSES; pass++) {
        double[] residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
          residuals[i] = y[i];
          for (int d = 0; d <= degree; d++) {
            residuals[i] -= coefficients[d] * powers[i][d];
          }
        }
        double sigma =
            Medians.MAD_TO_SIGMA * Medians.of(Arrays.stream(residuals).map(Math::abs).toArray());
        if (sigma == 0) {
          break;
        }
        for (int i = 0; i < weights.length; i++) {
          double share = Math.min(1, Math.abs(residuals[i]) / (FAR * sigma));
          weights[i] = (1 - share * share) * (1 - share * share);
        }
        if (Arrays.stream(weights).filter(each -> each > 0).count() <= degree + 1) {
          break;
        }
        coefficients = new LeastSquares(powers, y, weights).solve();
      }
      return coefficients[0];
    }

    private static double[][] powers(double[] x, int degree) {
      double unit = Arrays.stream(x).map(Math::abs).max().orElse(1);
      double[][] powers = new double[x.length][degree + 1];
      for (int i = 0; i < x.length; i++) {
        double power = 1;
        for (int d = 0; d <= degree; d++) {
          powers[i][d] = power;
          power *= x[i] / unit;
        }
      }
      return powers;
    }
  }
}
