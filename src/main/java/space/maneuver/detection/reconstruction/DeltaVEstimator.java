package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.BurnTimeEstimator.PhaseTrack;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Estimate;
import space.maneuver.detection.reconstruction.Trajectories.OsculatingOrbit;
import space.maneuver.detection.reconstruction.Trajectories.Trajectory;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.SecularRates;

/**
 * Estimates delta-v by Gauss' variational equations for a near-circular orbit (Vallado,
 * Fundamentals of Astrodynamics, 9.3) from changes between element sets: along-track from the kink
 * of the phase, whose rate changes by a dn = -3 dv_t; cross-track from the tilt of the orbit
 * normal, dv_n / v wherever in the orbit the burn was; radial from the eccentricity vector, v^2
 * |de|^2 = (2 dv_t)^2 + dv_r^2. Uses only element sets between the neighboring burns; burns within
 * a day are estimated as their sum.
 */
final class DeltaVEstimator {

  private static final double METRES_PER_KM = 1000;

  /** Greatest number of element sets before the burn for the kink. */
  private static final int KINK_BEFORE = 5;

  /** The same after the burn: one more, since the first ones may be fits across the burn. */
  private static final int KINK_AFTER = 6;

  /**
   * Phases are relative to this element set, counted back from the burn: the last may be a fit
   * across it.
   */
  private static final int KINK_REFERENCE = 2;

  /** Reach on each side, d; beyond it, the along-track effect of drag is no longer quadratic. */
  private static final double KINK_REACH = 10;

  /** Ratio of the noise of the phase rate to that of the semi-major axis (see PhaseKink). */
  private static final double KINK_RATE_SHARE = 1.5;

  /** Growth of the noise per day from the kink, as a share of the kink (see PhaseKink). */
  private static final double KINK_CAMPAIGN_SHARE = 0.03;

  /** Smallest number of element sets from which the noise of an object can be estimated. */
  private static final int FEWEST_ELSETS = 6;

  /**
   * Smallest number of element sets between two burns: those next to a burn may be fits across it.
   */
  private static final int FEWEST_BETWEEN = 3;

  /** Ratio of the real to the formal standard deviation of a kink: element sets are correlated. */
  private static final double KINK_SIGMA = 2;

  /** Eccentricity above which the speed at an unknown position is not known to 10 %. */
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
   * Estimates the delta-v at a time in days since 1970; null below the noise floor, with too few
   * element sets, and in eccentric orbits.
   *
   * @param previous time of the previous burn; null if there is none
   * @param next time of the next burn; null if there is none
   */
  @Nullable Estimate at(double time, @Nullable Double previous, @Nullable Double next) {
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
   * @param size m/s, signed where the sign is known
   * @param noise standard deviation without a burn, m/s
   */
  private record DeltaVComponent(double size, double noise) {

    /** Significance of a component, in standard deviations of its noise. */
    private static final double NOISE_FLOOR = 4;

    /**
     * Relative standard deviation of a component, because several fits smear a burn; measured on
     * published LEO burns of 1 to 10 cm/s.
     */
    private static final double RELATIVE_SIGMA = 0.05;

    /** Relative error of v |de|, ideally 2 dv_t, for a smeared burn. */
    private static final double ECCENTRICITY_SMEAR = 0.25;

    /**
     * The magnitude of the radial component.
     *
     * @param eccentric speed times the change of the eccentricity vector, m/s
     * @param noise of {@code eccentric}, m/s
     */
    static DeltaVComponent radial(double eccentric, double noise, DeltaVComponent along) {
      double explained = 2 * Math.abs(along.size);
      double excess = eccentric - (1 + ECCENTRICITY_SMEAR) * explained;
      return excess > NOISE_FLOOR * Math.hypot(noise, 2 * along.noise)
          ? new DeltaVComponent(Math.sqrt(eccentric * eccentric - explained * explained), noise)
          : new DeltaVComponent(0, Math.hypot(noise, ECCENTRICITY_SMEAR * explained));
    }

    /** Combines the components above the noise; null if there is none. */
    static @Nullable Estimate together(
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
      return new Estimate(
          new DeltaV(r == 0 ? null : r, a, c, total, Math.sqrt(variance) / total),
          new ComponentSigma(radial.sigma(), along.sigma(), cross.sigma()));
    }

    private double seen() {
      return Math.abs(size) > NOISE_FLOOR * noise ? size : 0;
    }

    private double sigma() {
      return Math.sqrt(variance());
    }

    private double variance() {
      return noise * noise + RELATIVE_SIGMA * RELATIVE_SIGMA * size * size;
    }
  }

  /**
   * Steps of the orbit normal and of the eccentricity vector at each gap, less the effects of the
   * Earth's oblateness. Both are relative to the node, or to inertial axes for near-equatorial
   * orbits, whose node is ill-determined.
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

    /** Steps of the orbit normal, rad. */
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

    /** Steps of the eccentricity vector, dimensionless. */
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
     * Magnitude of the step in the gap that contains a time in days since 1970.
     *
     * @param from element sets before this time are ignored
     * @param to element sets after this time are ignored
     */
    double step(double time, double from, double to) {
      int k = gap(time);
      return Math.hypot(x.step(k, from, to), y.step(k, from, to));
    }

    /** Robust standard deviation of the steps around a time, both components together. */
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
