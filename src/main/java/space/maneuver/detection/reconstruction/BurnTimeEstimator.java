package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.BurnReconstruction.BurnTime;
import space.maneuver.detection.reconstruction.Trajectories.OrbitDifference;
import space.maneuver.detection.reconstruction.Trajectories.OsculatingOrbit;
import space.maneuver.detection.reconstruction.Trajectories.PredictionNoise;
import space.maneuver.detection.reconstruction.Trajectories.Trajectory;
import space.maneuver.math.Days;
import space.maneuver.math.Medians;
import space.maneuver.orbit.OrbitRegime;

/**
 * Estimates the time of a burn in or near a gap between two element sets. The orbits before and
 * after a burn intersect where it took place. Two likelihoods use this. One is of the along-track
 * distance, at a trial time, between propagated element sets from before and after; the other is of
 * how well a kink at the trial time explains the phases of element sets at their epochs. Both
 * follow Student's t distribution, with the noise of the object's own element sets. Together with a
 * prior centered on the gap they give a distribution of the time. The estimate is its median,
 * limited to the gap: on satellites left out of training, estimates outside the gap reduced LEO F1
 * in the gap by .015 and gained nothing within 12 h.
 */
final class BurnTimeEstimator {

  private static final int STEPS = 100;

  /** Greatest distance of a trial time from the middle of the gap and from its ends, d. */
  private static final double REACH = 2.5;

  private static final double REACH_BEYOND_GAP = 1;

  /** Element sets on each side of the gap for the kink; its reference is the third before. */
  private static final int KINK_ELSETS = 5;

  private static final int KINK_REFERENCE = 3;
  private static final double KINK_REACH = 8;
  private static final double KINK_RATE_SHARE = 6;

  private static final int PAIR_ELSETS_BEFORE = 2;
  private static final int PAIR_ELSETS_AFTER = 4;
  private static final double PAIR_NOISE_SHARE = 0.5;
  private static final double PAIR_SHORTEST_LAG = 0.3;
  private static final double PAIR_FREEDOM = 3;

  /** Neighboring element sets share observations: ten of them carry as much information as one. */
  private static final double INDEPENDENT_SHARE = 0.1;

  /** Scale of the prior's exponential decrease outside the gap, d, and its floor. */
  private static final double PRIOR_SCALE = 0.25;

  private static final double PRIOR_FLOOR = 0.05;

  /** Least uncertainty of the gap of a detection where element sets are dense, d. */
  private static final double SHORTEST_GAP = 1;

  /** Quantiles of the ends of the 90 % interval. */
  private static final double LOWER_END = 0.05;

  private static final double UPPER_END = 0.95;

  /**
   * Factor by which the interval is widened about the median for deep-space element sets; chosen on
   * four GEO satellites so that about 90 % of the burns lie in the interval. Model cards report the
   * share that does.
   */
  private static final double DEEP_SPACE_STRETCH = 1.5;

  private final Trajectories trajectories;
  private final double stretch;

  BurnTimeEstimator(Trajectories trajectories, OrbitRegime regime) {
    this.trajectories = trajectories;
    this.stretch = regime == OrbitRegime.LEO ? 1 : DEEP_SPACE_STRETCH;
  }

  /**
   * Estimates the time of a burn.
   *
   * @param begin epoch of the element set before the gap, days since 1970
   * @param end epoch of the element set after it
   * @return the middle of the gap, with a wide interval, if the element sets do not determine it
   */
  BurnTime in(double begin, double end) {
    double middle = (begin + end) / 2;
    double reach = Math.max(REACH, (end - begin) / 2 + REACH_BEYOND_GAP);
    double half = Math.max(end - begin, SHORTEST_GAP) / 2;
    PredictionNoise noise = trajectories.noise(middle);
    PhaseKink kink = kink(middle, (end - begin) / 2 + KINK_REACH, noise);
    TimeDistribution distribution = new TimeDistribution(middle - reach, middle + reach, STEPS);
    for (int i = 0; i <= STEPS; i++) {
      double time = distribution.time(i);
      double beyond = Math.max(0, Math.abs(time - middle) - half);
      double log = Math.log((1 - PRIOR_FLOOR) * Math.exp(-beyond / PRIOR_SCALE) + PRIOR_FLOOR);
      log += INDEPENDENT_SHARE * meeting(time, noise);
      if (kink != null) {
        log += INDEPENDENT_SHARE * kink.at(time).logLikelihood();
      }
      distribution.set(i, log);
    }
    double median = distribution.quantile(0.5);
    double time = Math.min(Math.max(median, begin), end);
    return new BurnTime(
        time,
        Math.min(time, median - stretch * (median - distribution.quantile(LOWER_END))),
        Math.max(time, median + stretch * (distribution.quantile(UPPER_END) - median)));
  }

  private @Nullable PhaseKink kink(double middle, double reach, PredictionNoise noise) {
    List<Trajectory> before = trajectories.around(middle, KINK_ELSETS, 0, reach);
    List<Trajectory> elsets = trajectories.around(middle, KINK_ELSETS, KINK_ELSETS, reach);
    if (before.size() < 2 || elsets.size() - before.size() < 2) {
      return null;
    }
    Trajectory reference = before.get(Math.max(0, before.size() - KINK_REFERENCE));
    return new PhaseKink(PhaseTrack.of(elsets, reference), noise, KINK_RATE_SHARE, 0);
  }

  /** Log-likelihood that the orbits before and after a time intersect at it. */
  private double meeting(double time, PredictionNoise noise) {
    List<Trajectory> before = trajectories.around(time, PAIR_ELSETS_BEFORE, 0, KINK_REACH);
    List<Trajectory> after = trajectories.around(time, 0, PAIR_ELSETS_AFTER, KINK_REACH);
    List<@Nullable OsculatingOrbit> predictions = new ArrayList<>();
    before.forEach(each -> predictions.add(each.at(time)));
    double[] misses = new double[before.size() * after.size()];
    int count = 0;
    for (Trajectory late : after) {
      OsculatingOrbit then = late.at(time);
      for (int i = 0; i < before.size(); i++) {
        Trajectory early = before.get(i);
        OsculatingOrbit predicted = predictions.get(i);
        if (then != null && predicted != null) {
          double sigma =
              PAIR_NOISE_SHARE
                  * Math.hypot(
                      noise.forward() * (time - early.day() + PAIR_SHORTEST_LAG),
                      noise.backward() * (late.day() - time + PAIR_SHORTEST_LAG));
          double miss = OrbitDifference.between(then, predicted).alongTrack() / sigma;
          misses[count++] = Math.abs(miss);
        }
      }
    }
    double miss = count == 0 ? 0 : Medians.of(misses, count);
    return -(PAIR_FREEDOM + 1) / 2 * Math.log1p(miss * miss / PAIR_FREEDOM);
  }

  /** A probability distribution over a grid of times, days since 1970. */
  private static final class TimeDistribution {

    private final double from;
    private final double step;
    private final double[] logs;

    TimeDistribution(double from, double to, int steps) {
      this.from = from;
      this.step = (to - from) / steps;
      this.logs = new double[steps + 1];
    }

    double time(int i) {
      return from + i * step;
    }

    /** Sets the logarithm of the density at a time, up to a constant. */
    void set(int i, double log) {
      logs[i] = log;
    }

    /** The quantile of a probability. */
    double quantile(double part) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (double log : logs) {
        greatest = Math.max(greatest, log);
      }
      double[] sums = new double[logs.length];
      double sum = 0;
      for (int i = 0; i < logs.length; i++) {
        sum += Math.exp(logs[i] - greatest);
        sums[i] = sum;
      }
      double wanted = part * sum;
      int i = 0;
      while (sums[i] < wanted) {
        i++;
      }
      double before = i == 0 ? 0 : sums[i - 1];
      return time(i) + step * ((wanted - before) / (sums[i] - before) - 0.5);
    }
  }

  /**
   * Along-track phases of element sets at their epochs, relative to the prediction of a reference.
   *
   * @param times days since 1970
   * @param phases km ahead of the prediction, unwrapped
   * @param rates of the phases from the semi-major axes, km/d
   * @param ratePerAxis change of the rate per km of semi-major axis, km/d
   */
  record PhaseTrack(double[] times, double[] phases, double[] rates, double ratePerAxis) {

    private static final double KM = 1e-3;

    static PhaseTrack of(List<Trajectory> elsets, Trajectory reference) {
      OsculatingOrbit own = reference.own();
      double ratePerAxis = -1.5 * own.meanMotion() * Days.SECONDS;
      double turn = 2 * Math.PI * own.semiMajorAxis() * KM;
      List<double[]> points = new ArrayList<>();
      double last = 0;
      for (Trajectory elset : elsets) {
        OsculatingOrbit predicted = reference.at(elset.day());
        if (predicted != null) {
          OrbitDifference ahead = OrbitDifference.between(elset.own(), predicted);
          last += Math.IEEEremainder(ahead.alongTrack() - last, turn);
          points.add(new double[] {elset.day(), last, ratePerAxis * ahead.semiMajorAxis()});
        }
      }
      return new PhaseTrack(column(points, 0), column(points, 1), column(points, 2), ratePerAxis);
    }

    int size() {
      return times.length;
    }

    private static double[] column(List<double[]> points, int column) {
      return points.stream().mapToDouble(point -> point[column]).toArray();
    }
  }
}
