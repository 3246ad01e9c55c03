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
 * How the publisher's orbit determination sees a changing orbit: an element set is a least-squares
 * fit to the observations of some days before it. A burn among them, or drag that varied, bends the
 * path along the orbit, which the fit answers with a straight line or a parabola; eccentricity and
 * plane come out as means. So a burn spreads over the element sets of several days, unless the
 * publisher rejects what does not fit until it notices the burn and then begins anew.
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
   * @param dragPerBStar derivative of the mean motion's rate by B*, rad/s2; 0 when B* is not fitted
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
   * Notes a burn: what it changed, and when.
   *
   * @param gradual whether it is part of a weak thrust that the publisher does not notice
   */
  public void burned(long ticks, Deviation change, boolean gradual) {
    changes.addLast(new Change(ticks, change, gradual));
  }

  /** Notes the true drag from a time on. */
  public void drag(long ticks, double bStar) {
    drag.add(ticks, bStar);
  }

  /** How many times longer than now the publisher's observations reach back in quiet times. */
  public double thinness(long ticks) {
    return span / reach(ticks);
  }

  /** The element set that the publisher finds, without noise. */
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
   * The same with an error in its drag.
   *
   * @param rate error of the mean motion's rate, rad/s2; does nothing where B* is not fitted
   */
  public ElementSet withDragError(ElementSet found, double rate) {
    return dragPerBStar == 0
        ? found
        : found.withDrag(found.bStar() + rate / dragPerBStar, found.meanMotionDot() + rate);
  }

  /** Ages of the observations in days, ascending. */
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

  /** Days of observations used: fewer once the publisher has noticed a burn. */
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
   * Least-squares parabola through places along an orbit against the age of the observation.
   *
   * @param place at age zero, rad
   * @param rate by time, not by age, rad/s
   * @param acceleration rad/s2
   */
  record PathFit(double place, double rate, double acceleration) {

    private static final double RIGID = 1e6;

    /**
     * Fits.
     *
     * @param ages days, not negative
     * @param places rad
     * @param stiffness how much the acceleration is held at zero; infinite for a straight line
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
          solution[0],
          -solution[1] / seconds,
          2 * solution[2] / (seconds * seconds));
    }
  }
}
