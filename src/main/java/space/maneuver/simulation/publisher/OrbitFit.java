package space.maneuver.simulation.publisher;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import space.maneuver.math.Days;
import space.maneuver.math.LeastSquares;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.DragHistory;
import space.maneuver.simulation.orbit.Draws;

/**
 * The publisher's orbit determination on a changing orbit. An element set is a least-squares fit to
 * the observations of the preceding days. A burn or varying drag among them bends the position
 * along the orbit, to which the fit adjusts a straight line or a parabola; eccentricity and plane
 * come out as means. A burn is therefore spread over the element sets of several days, unless the
 * publisher rejects what does not fit until it notices the burn and then restarts the fit.
 */
public final class OrbitFit {

  private static final int OBSERVATIONS = 20;
  private static final double B_STAR_CORRECTION = 2e-3;

  private final Draws draws;
  private final double span;
  private final double lag;
  private final boolean beginsAnew;
  private final double notice;
  private final double stiffness;
  private final double dragPerBStar;
  private final DragHistory drag;
  private final Deque<Change> changes = new ArrayDeque<>();

  /**
   * Draws the habits of the publisher for one object.
   *
   * @param draws random numbers of the object
   * @param low whether the object is in LEO
   * @param dragPerBStar derivative of the rate of mean motion with respect to B*, rad/s2 per
   *     1/Earth radius; 0 if B* is not fitted
   */
  public OrbitFit(Draws draws, boolean low, double dragPerBStar) {
    this.draws = draws;
    this.span = low ? draws.uniform(1.5, 5) : draws.uniform(2, 7);
    this.lag = draws.logUniform(0.02, 0.5);
    this.beginsAnew = draws.chance(0.7);
    double soon = draws.logUniform(0.1, low ? 1.2 : 2.5);
    this.notice = beginsAnew ? soon : draws.uniform(1, span);
    this.stiffness = dragPerBStar == 0 ? Double.POSITIVE_INFINITY : draws.logUniform(2e-4, 3e-2);
    this.dragPerBStar = dragPerBStar;
    this.drag = new DragHistory(dragPerBStar);
  }

  /**
   * Records a burn.
   *
   * @param ticks time of the burn
   * @param change change of the orbit
   * @param gradual whether it is part of a low-thrust arc, which the publisher does not notice
   */
  public void burned(long ticks, Deviation change, boolean gradual) {
    changes.addLast(new Change(ticks, change, gradual));
  }

  /** Records the true drag from a time onward. */
  public void drag(long ticks, double bStar) {
    drag.add(ticks, bStar);
  }

  /** Returns the ratio of the usual to the present time span of observations. */
  public double thinness(long ticks) {
    return span / reach(ticks);
  }

  /** Returns the publisher's element set without noise. */
  public ElementSet fitted(ElementSet truth) {
    long oldest = truth.epochTicks() - Ticks.ofDays(2 * span + 1);
    changes.removeIf(change -> change.ticks < oldest);
    drag.forgetBefore(oldest);
    double[] ages = ages(truth.epochTicks());
    double[] places = drag.bends(truth, ages);
    Deviation mean = Deviation.NONE;
    for (Change change : changes) {
      double age = Ticks.days(truth.epochTicks() - change.ticks);
      int before = 0;
      for (int i = 0; i < OBSERVATIONS; i++) {
        if (ages[i] > age) {
          before++;
          places[i] += (ages[i] - age) * Days.SECONDS * change.by.meanMotion();
          places[i] -= change.by.phase();
        }
      }
      mean = mean.plus(change.by.times(-(double) before / OBSERVATIONS));
    }
    PathFit path = PathFit.of(ages, places, stiffness);
    Deviation seen =
        new Deviation(path.rate(), path.place(), mean.ex(), mean.ey(), mean.ix(), mean.iy());
    double correction = dragPerBStar == 0 ? 0 : path.acceleration() / dragPerBStar;
    double bStar =
        truth.bStar() + Math.max(-B_STAR_CORRECTION, Math.min(B_STAR_CORRECTION, correction));
    return seen.addedTo(truth).withDrag(bStar, bStar * dragPerBStar);
  }

  /**
   * Returns an element set with an error in its drag.
   *
   * @param rate error of the rate of mean motion, rad/s2; ignored where B* is not fitted
   */
  public ElementSet withDragError(ElementSet found, double rate) {
    return dragPerBStar == 0
        ? found
        : found.withDrag(found.bStar() + rate / dragPerBStar, found.meanMotionDot() + rate);
  }

  /** Draws the ages of the observations, d, ascending. */
  private double[] ages(long ticks) {
    double youngest = lag * draws.uniform(0, 2);
    double oldest = reach(ticks) * draws.uniform(0.8, 1);
    if (beginsAnew) {
      for (Change change : changes) {
        double age = Ticks.days(ticks - change.ticks);
        if (age < notice && !change.gradual) {
          youngest = Math.max(youngest, age);
          oldest = youngest + span;
        }
      }
    }
    youngest = Math.min(youngest, 0.7 * oldest);
    double[] ages = new double[OBSERVATIONS];
    for (int i = 0; i < OBSERVATIONS; i++) {
      ages[i] = youngest + (oldest - youngest) * (i + draws.uniform(0, 1)) / OBSERVATIONS;
    }
    return ages;
  }

  /** Returns the time span of observations, d, shorter once the publisher has noticed a burn. */
  private double reach(long ticks) {
    double reach = span;
    for (Change change : changes) {
      double age = Ticks.days(ticks - change.ticks);
      if (age >= notice && age < reach && !change.gradual) {
        reach = age;
      }
    }
    return reach;
  }

  private record Change(long ticks, Deviation by, boolean gradual) {}

  /**
   * A least-squares parabola through the positions along an orbit over the ages of observations.
   *
   * @param place position at age zero, rad
   * @param rate rate over time rather than age, rad/s
   * @param acceleration acceleration, rad/s2
   */
  record PathFit(double place, double rate, double acceleration) {

    private static final double RIGID = 1e6;

    /**
     * Fits a parabola.
     *
     * @param ages ages, d, not negative
     * @param places positions, rad
     * @param stiffness penalty on the acceleration; infinite for a straight line
     */
    static PathFit of(double[] ages, double[] places, double stiffness) {
      double unit = ages[ages.length - 1];
      double[][] powers = new double[ages.length][];
      for (int i = 0; i < ages.length; i++) {
        double x = ages[i] / unit;
        powers[i] = new double[] {1, x, x * x};
      }
      double[] shares = new double[ages.length];
      Arrays.fill(shares, 1.0 / ages.length);
      double[] solution =
          new LeastSquares(powers, places, shares).penalise(2, Math.min(stiffness, RIGID)).solve();
      double seconds = unit * Days.SECONDS;
      return new PathFit(
          solution[0], -solution[1] / seconds, 2 * solution[2] / (seconds * seconds));
    }
  }
}
