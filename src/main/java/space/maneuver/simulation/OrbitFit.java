package space.maneuver.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealVector;
import space.maneuver.orbit.ElementSet;

/**
 * How the publisher's orbit determination sees a changing orbit: an element set is a least-squares
 * fit to the observations of some days before it. A burn among them, or drag that varied, bends the
 * path along the orbit, which the fit answers with a straight line or a parabola; eccentricity and
 * plane come out as means. So a burn spreads over the element sets of several days.
 */
final class OrbitFit {

  private static final int OBSERVATIONS = 20;
  private static final int PATH_TERMS = 3;
  private static final double B_STAR_CORRECTION = 2e-3;

  private final Draws draws;
  private final double span;
  private final double lag;
  private final double memory;
  private final double stiffness;
  private final double dragPerBStar;
  private final Deque<Change> changes = new ArrayDeque<>();
  private final Deque<Drag> drags = new ArrayDeque<>();

  /**
   * Draws the habits of the publisher for one object.
   *
   * @param dragPerBStar derivative of the mean motion per B*, rad/s2; 0 when B* is not fitted
   */
  OrbitFit(Draws draws, boolean low, double dragPerBStar) {
    this.draws = draws;
    this.span = low ? draws.uniform(1, 5) : draws.uniform(1.5, 7);
    this.lag = draws.uniform(0, 0.35);
    this.memory = draws.chance(0.5) ? draws.uniform(0.4, span) : span;
    this.stiffness = draws.logUniform(0.02, 3);
    this.dragPerBStar = dragPerBStar;
  }

  /** Notes a burn: what it changed, and when. */
  void burned(long ticks, Deviation change) {
    changes.addLast(new Change(ticks, change));
  }

  /** Notes the true drag from a time on. */
  void drag(long ticks, double bStar) {
    drags.addLast(new Drag(ticks, bStar));
  }

  /** The element set that the publisher finds, without noise. */
  ElementSet fitted(ElementSet truth) {
    forget(truth.epochTicks() - Ticks.ofDays(span + 1));
    double reach = reach(truth.epochTicks()) * draws.uniform(0.8, 1.2);
    double latest = Math.min(lag * draws.uniform(0, 2), reach / 2);
    double[] ages = new double[OBSERVATIONS];
    for (int i = 0; i < OBSERVATIONS; i++) {
      ages[i] = latest + (reach - latest) * (i + draws.uniform(0, 1)) / OBSERVATIONS;
    }
    double[] bends = dragBends(truth, ages);
    Deviation vectors = Deviation.NONE;
    for (Change change : changes) {
      double age = Ticks.days(truth.epochTicks() - change.ticks);
      int before = 0;
      for (int i = 0; i < OBSERVATIONS; i++) {
        if (ages[i] > age) {
          before++;
          bends[i] += (ages[i] - age) * Ticks.SECONDS_PER_DAY * change.by.meanMotion();
          bends[i] -= change.by.phase();
        }
      }
      vectors = vectors.plus(change.by.times(-(double) before / OBSERVATIONS));
    }
    RealVector path = path(ages, bends, reach);
    double reachSeconds = reach * Ticks.SECONDS_PER_DAY;
    Deviation seen =
        new Deviation(
            -path.getEntry(1) / reachSeconds,
            path.getEntry(0),
            vectors.ex(),
            vectors.ey(),
            vectors.ix(),
            vectors.iy());
    double acceleration = 2 * path.getEntry(2) / (reachSeconds * reachSeconds);
    double correction = dragPerBStar == 0 ? 0 : acceleration / dragPerBStar;
    double bStar =
        truth.bStar() + Math.max(-B_STAR_CORRECTION, Math.min(B_STAR_CORRECTION, correction));
    return seen.addedTo(truth).withDrag(bStar, bStar * dragPerBStar);
  }

  /** Days of observations used: fewer once the publisher has noticed a burn. */
  private double reach(long ticks) {
    double reach = span;
    for (Change change : changes) {
      double age = Ticks.days(ticks - change.ticks);
      if (age >= memory && age < reach) {
        reach = age;
      }
    }
    return reach;
  }

  /** How far along the orbit, rad, each observation lies from the path of constant drag. */
  private double[] dragBends(ElementSet truth, double[] ages) {
    double[] bends = new double[ages.length];
    double slope = 0;
    double bend = 0;
    double last = 0;
    for (int i = 0; i < ages.length; i++) {
      double step = (ages[i] - last) * Ticks.SECONDS_PER_DAY;
      double excess =
          dragPerBStar
              * (bStar(truth.epochTicks() - Ticks.ofDays((ages[i] + last) / 2)) - truth.bStar());
      bend += slope * step + 0.5 * excess * step * step;
      slope += excess * step;
      bends[i] = bend;
      last = ages[i];
    }
    return bends;
  }

  /** Coefficients of 1, x, x2 with x the age in reaches. */
  private RealVector path(double[] ages, double[] bends, double reach) {
    Array2DRowRealMatrix normal = new Array2DRowRealMatrix(PATH_TERMS, PATH_TERMS);
    RealVector right = new ArrayRealVector(PATH_TERMS);
    for (int i = 0; i < ages.length; i++) {
      double x = ages[i] / reach;
      double[] powers = {1, x, x * x};
      for (int row = 0; row < PATH_TERMS; row++) {
        right.addToEntry(row, powers[row] * bends[i] / ages.length);
        for (int column = 0; column < PATH_TERMS; column++) {
          normal.addToEntry(row, column, powers[row] * powers[column] / ages.length);
        }
      }
    }
    normal.addToEntry(2, 2, dragPerBStar == 0 ? 1e6 : 0.01 * stiffness);
    return new LUDecomposition(normal).getSolver().solve(right);
  }

  private double bStar(long ticks) {
    double bStar = drags.isEmpty() ? 0 : drags.getFirst().bStar;
    for (Drag drag : drags) {
      if (drag.ticks <= ticks) {
        bStar = drag.bStar;
      }
    }
    return bStar;
  }

  private void forget(long ticks) {
    changes.removeIf(change -> change.ticks < ticks);
    while (drags.size() > 1 && drags.getFirst().ticks < ticks) {
      drags.removeFirst();
    }
  }

  private record Change(long ticks, Deviation by) {}

  private record Drag(long ticks, double bStar) {}
}
