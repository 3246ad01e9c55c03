package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.BurnTimeEstimator.PhaseTrack;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Trajectories.OsculatingOrbit;
import space.maneuver.detection.reconstruction.Trajectories.Trajectory;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.SecularRates;

/**
 * Delta-v by Gauss' variational equations for a near-circular orbit (Vallado, Fundamentals of
 * Astrodynamics, 9.3) from what changes between element sets. Along the track from the kink of the
 * phase, whose rate changes by a dn = -3 dv_t; across it from the tilt of the orbit normal, dv_n /
 * v wherever in the orbit the burn was; radially from the eccentricity vector, v^2 |de|^2 = (2
 * dv_t)^2 + dv_r^2. Only element sets between the neighbouring burns count; burns that follow
 * within a day come out as their sum.
 */
final class DeltaVEstimator {

  private static final double METRES_PER_KM = 1000;

  /** Most elsets for the kink before the burn. */
  private static final int KINK_BEFORE = 5;

  /** Most elsets after it: one more, since the first ones may be fits over the burn. */
  private static final int KINK_AFTER = 6;

  /**
   * The elset that phases are predicted from, counted back from the burn; the last may be a fit.
   */
  private static final int KINK_REFERENCE = 2;

  /** Days on each side within which elsets count; beyond, drag no longer is one parabola. */
  private static final double KINK_REACH = 10;

  /** Noise of an elset's rate of the phase, over that of its semi-major axis (see PhaseKink). */
  private static final double KINK_RATE_SHARE = 1.5;

  /** Part of the kink by which the noise grows in each day from it on (see PhaseKink). */
  private static final double KINK_CAMPAIGN_SHARE = 0.03;

  /** Fewer do not tell an object's noise. */
  private static final int FEWEST_ELSETS = 6;

  /** On each side towards another burn: those next to a burn may be fits over it. */
  private static final int FEWEST_BETWEEN = 3;

  /** Real over formal standard deviation of a kink, as elsets are not independent. */
  private static final double KINK_SIGMA = 2;

  /** Where the speed at an unknown place of the orbit is no longer known to a tenth. */
  private static final double ECCENTRIC = 0.1;

  private final Trajectories trajectories;
  private final VectorSteps normal;
  private final VectorSteps eccentricity;

  /**
   * An estimator for a history.
   *
   * @param trajectories of the same history
   */
  DeltaVEstimator(History history, Trajectories trajectories) {
    this.trajectories = trajectories;
    normal = VectorSteps.normal(history);
    eccentricity = VectorSteps.eccentricity(history);
  }

  /**
   * What happened at a time in days since 1970; null below the noise floor, where element sets are
   * too few, and in eccentric orbits.
   *
   * @param previous when the burn before it was; null when there is none
   * @param next when the burn after it was; null when there is none
   */
  @Nullable DeltaV at(double time, @Nullable Double previous, @Nullable Double next) {
    double from = previous == null ? Double.NEGATIVE_INFINITY : previous;
    double to = next == null ? Double.POSITIVE_INFINITY : next;
    List<Trajectory> before =
        trajectories.around(time, KINK_BEFORE, 0, Math.min(KINK_REACH, time - from));
    List<Trajectory> after =
        trajectories.around(time, 0, KINK_AFTER, Math.min(KINK_REACH, to - time));
    if (before.isEmpty() || after.isEmpty() || trajectories.size() < FEWEST_ELSETS) {
      return null;
    }
    if (previous != null && before.size() < FEWEST_BETWEEN
        || next != null && after.size() < FEWEST_BETWEEN) {
      return null;
    }
    OsculatingOrbit orbit = before.get(before.size() - 1).own();
    if (orbit.eccentricity() > ECCENTRIC) {
      return null;
    }
    double speed = orbit.meanMotion() * orbit.semiMajorAxis();
    DeltaVComponent along = along(time, before, after);
    DeltaVComponent cross =
        new DeltaVComponent(
            speed * normal.step(time, from, to), speed * normal.noise(time, from, to));
    DeltaVComponent radial =
        DeltaVComponent.radial(
            speed * eccentricity.step(time, from, to),
            speed * eccentricity.noise(time, from, to),
            along);
    return DeltaVComponent.together(radial, along, cross);
  }

  private DeltaVComponent along(double time, List<Trajectory> before, List<Trajectory> after) {
    List<Trajectory> elsets = new ArrayList<>(before);
    elsets.addAll(after);
    Trajectory reference = before.get(Math.max(0, before.size() - KINK_REFERENCE));
    PhaseKink.Fit kink =
        new PhaseKink(
                PhaseTrack.of(elsets, reference),
                trajectories.noise(time),
                KINK_RATE_SHARE,
                KINK_CAMPAIGN_SHARE)
            .at(time);
    double perRate = METRES_PER_KM / Days.SECONDS / 3;
    return new DeltaVComponent(-kink.change() * perRate, KINK_SIGMA * kink.sigma() * perRate);
  }

  /**
   * One component of a delta-v.
   *
   * @param size m/s, with a sign where it is known
   * @param noise standard deviation where there is no burn, m/s
   */
  private record DeltaVComponent(double size, double noise) {

    /** A component counts from this many standard deviations of its own noise on. */
    private static final double NOISE_FLOOR = 4;

    /**
     * Standard deviation as part of the burn, which element sets smear; that of the burns of 1 to
     * 10 cm/s of LEO satellites that publish them.
     */
    private static final double RELATIVE_SIGMA = 0.05;

    /** A smeared burn changes the eccentricity by other than twice its size by up to this part. */
    private static final double ECCENTRICITY_SMEAR = 0.25;

    /**
     * The radial component, without a sign.
     *
     * @param eccentric speed times the change of the eccentricity vector, m/s
     * @param noise of that, m/s
     */
    static DeltaVComponent radial(double eccentric, double noise, DeltaVComponent along) {
      double explained = 2 * Math.abs(along.size);
      double excess = eccentric - (1 + ECCENTRICITY_SMEAR) * explained;
      return excess > NOISE_FLOOR * Math.hypot(noise, 2 * along.noise)
          ? new DeltaVComponent(Math.sqrt(eccentric * eccentric - explained * explained), noise)
          : new DeltaVComponent(0, noise);
    }

    /** The components that are above the noise; null if none is. */
    static @Nullable DeltaV together(
        DeltaVComponent radial, DeltaVComponent along, DeltaVComponent cross) {
      double r = radial.seen();
      double a = along.seen();
      double c = cross.seen();
      double total = Math.sqrt(r * r + a * a + c * c);
      if (total == 0) {
        return null;
      }
      double variance =
          r * r * radial.variance() + a * a * along.variance() + c * c * cross.variance();
      return new DeltaV(r == 0 ? null : r, a, c, total, Math.sqrt(variance) / total);
    }

    private double seen() {
      return Math.abs(size) > NOISE_FLOOR * noise ? size : 0;
    }

    private double variance() {
      return noise * noise + RELATIVE_SIGMA * RELATIVE_SIGMA * size * size;
    }
  }

  /**
   * Steps of the orbit normal and of the eccentricity vector at each gap between element sets,
   * without what the oblateness of the Earth does. Both are taken relative to the node; near the
   * equator, where there is hardly a node, relative to inertial axes.
   */
  private static final class VectorSteps {

    private static final double NEAR_EQUATOR = Math.toRadians(10);

    private final ElementSteps x;
    private final ElementSteps y;
    private final int gaps;

    private VectorSteps(History history, double[] xs, double[] ys) {
      x = new ElementSteps(history, xs);
      y = new ElementSteps(history, ys);
      gaps = history.size() - 1;
    }

    /** Of the normal, rad. */
    static VectorSteps normal(History history) {
      List<ElementSet> elements = history.elements();
      double[] xs = new double[elements.size()];
      double[] ys = new double[elements.size()];
      double turned = 0;
      for (int k = 0; k < xs.length; k++) {
        ElementSet set = elements.get(k);
        if (nearEquator(history)) {
          xs[k] = 2 * Math.tan(set.inclination() / 2) * Math.cos(set.rightAscension());
          ys[k] = 2 * Math.tan(set.inclination() / 2) * Math.sin(set.rightAscension());
        } else {
          turned += k == 0 ? 0 : beyondJ2(elements.get(k - 1), set);
          xs[k] = set.inclination();
          ys[k] = Math.sin(history.last().inclination()) * turned;
        }
      }
      return new VectorSteps(history, xs, ys);
    }

    /** Of the eccentricity vector, 1. */
    static VectorSteps eccentricity(History history) {
      List<ElementSet> elements = history.elements();
      double[] xs = new double[elements.size()];
      double[] ys = new double[elements.size()];
      boolean nearEquator = nearEquator(history);
      double turned = 0;
      for (int k = 0; k < xs.length; k++) {
        ElementSet set = elements.get(k);
        if (k > 0) {
          double rate = SecularRates.perigee(set) + (nearEquator ? SecularRates.node(set) : 0);
          turned += rate * seconds(elements.get(k - 1), set);
        }
        double perigee =
            set.argumentOfPerigee() + (nearEquator ? set.rightAscension() : 0) - turned;
        xs[k] = set.eccentricity() * Math.cos(perigee);
        ys[k] = set.eccentricity() * Math.sin(perigee);
      }
      return new VectorSteps(history, xs, ys);
    }

    /**
     * Size of the step in the gap that holds a time in days since 1970.
     *
     * @param from element sets before this time do not count
     * @param to element sets after this time do not count
     */
    double step(double time, double from, double to) {
      int k = gap(time);
      return Math.hypot(x.step(k, from, to), y.step(k, from, to));
    }

    /** Robust standard deviation of such steps around it, both components together. */
    double noise(double time, double from, double to) {
      int k = gap(time);
      return Math.hypot(x.noise(k, from, to), y.noise(k, from, to));
    }

    private int gap(double time) {
      return Math.min(Math.max(x.firstFrom(time), 1), gaps);
    }

    private static boolean nearEquator(History history) {
      return history.last().inclination() < NEAR_EQUATOR;
    }

    private static double beyondJ2(ElementSet before, ElementSet after) {
      double j2 = SecularRates.node(after) * seconds(before, after);
      return Angles.halfTurn(after.rightAscension() - before.rightAscension() - j2);
    }

    private static double seconds(ElementSet before, ElementSet after) {
      return (after.epochDays() - before.epochDays()) * Days.SECONDS;
    }
  }
}
