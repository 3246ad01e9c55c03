package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Estimate;
import space.maneuver.detection.reconstruction.ResponseFit.RateChange;
import space.maneuver.detection.reconstruction.Trajectories.OsculatingOrbit;
import space.maneuver.detection.reconstruction.Trajectories.Trajectory;
import space.maneuver.detection.reconstruction.VectorSteps.Step;
import space.maneuver.math.Days;
import space.maneuver.math.Medians;
import space.maneuver.orbit.BurnResponse;
import space.maneuver.orbit.History;

/**
 * Estimates delta-v by Gauss' variational equations for a near-circular orbit (Vallado,
 * Fundamentals of Astrodynamics, 9.3) from changes between element sets: along-track from the
 * change of the phase rate, a dn = -3 dv_t, at each likely time and with each {@link BurnResponse};
 * cross-track from the tilt of the orbit normal, dv_n / v wherever in the orbit the burn was;
 * radial from the eccentricity vector, v^2 |de|^2 = (2 dv_t)^2 + dv_r^2. Uses only element sets
 * between the neighboring burns; the delta-v of a campaign is the sum of its burns.
 */
final class DeltaVEstimator {

  /** Along-track delta-v of a change of the phase rate of 1 km/d, m/s, but for its sign. */
  private static final double METRES_PER_SECOND = 1000 / Days.SECONDS / 3;

  /** Greatest number of element sets before the burn for the phase. */
  private static final int BEFORE = 5;

  /** Greatest number after the burn: one more, since the first ones may be fits across it. */
  private static final int AFTER = 6;

  /**
   * Phases are relative to this element set, counted back from the burn: the last may be a fit
   * across it.
   */
  private static final int REFERENCE = 2;

  /** Reach on each side, d; beyond it, the along-track effect of drag is no longer quadratic. */
  private static final double REACH = 10;

  /** Ratio of the noise of the phase rate to that of the semi-major axis. */
  private static final double RATE_SHARE = 1.5;

  /** Smallest number of element sets from which the noise of an object can be estimated. */
  private static final int FEWEST_ELSETS = 6;

  /**
   * Smallest number of element sets between two burns: those next to a burn may be fits across it.
   */
  private static final int FEWEST_BETWEEN = 3;

  /** Eccentricity above which the speed at an unknown position is not known to 10 %. */
  private static final double ECCENTRIC = 0.1;

  /** Ratio of the real to the formal standard deviation of a fit: element sets are correlated. */
  private static final double CORRELATED = 2;

  /** Changes above this number of formal standard deviations stand out from any noise. */
  private static final double CLEAR = 40;

  /** Times on each side at which the noise is measured, and element sets between two of them. */
  private static final int QUIET_TIMES = 8;

  private static final int QUIET_SPACING = 5;

  /** Smallest number of these times, and of element sets before and after one. */
  private static final int FEWEST_QUIET = 6;

  private static final int FEWEST_BEFORE_QUIET = 2;
  private static final int FEWEST_AFTER_QUIET = 3;

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
   * Estimates the delta-v of a burn, or the sum of a campaign; null below the noise floor, with too
   * few element sets, and in eccentric orbits.
   *
   * @param burns may include this one
   */
  @Nullable Estimate at(BurnTime burn, Burns burns) {
    double from = burns.before(burn.first());
    double to = burns.after(burn.last());
    List<Trajectory> before = before(burn.first(), from);
    List<Trajectory> after = after(burn.last(), to);
    if (before.isEmpty() || after.isEmpty() || trajectories.size() < FEWEST_ELSETS) {
      return null;
    }
    if (Double.isFinite(from) && before.size() < FEWEST_BETWEEN
        || Double.isFinite(to) && after.size() < FEWEST_BETWEEN) {
      return null;
    }
    OsculatingOrbit orbit = before.get(before.size() - 1).own();
    if (orbit.eccentricity() > ECCENTRIC) {
      return null;
    }
    Step tilt = normal.at(burn, burns);
    Step bend = eccentricity.at(burn, burns);
    if (tilt == null || bend == null) {
      return null;
    }
    double speed = orbit.meanMotion() * orbit.semiMajorAxis();
    Component along = along(burn, before, after, burns);
    if (!Double.isFinite(along.sigma())) {
      return null;
    }
    return Component.together(
        Component.radial(speed * bend.size(), speed * bend.noise(), along),
        along,
        Component.cross(speed * tilt.size(), speed * tilt.noise()));
  }

  private List<Trajectory> before(double time, double from) {
    return trajectories.around(time, BEFORE, 0, Math.min(REACH, time - from));
  }

  private List<Trajectory> after(double time, double to) {
    return trajectories.around(time, 0, AFTER, Math.min(REACH, to - time));
  }

  private Component along(
      BurnTime burn, List<Trajectory> before, List<Trajectory> after, Burns burns) {
    ResponseFit fit = fit(track(before, after), burn.time());
    Weighted<RateChange> changes =
        burn.hypotheses().map(each -> fit.at(each.time(), each.response()));
    double change = changes.median(RateChange::change);
    double formal = changes.median(RateChange::sigma);
    double noise =
        Math.abs(change) > CLEAR * formal
            ? CORRELATED * formal
            : noise(burn, Math.min(after.size(), FEWEST_AFTER_QUIET), burns.with(burn), formal);
    return Component.along(
        -METRES_PER_SECOND * change,
        METRES_PER_SECOND * noise,
        METRES_PER_SECOND * changes.mean(each -> Math.abs(each.change() - change)));
  }

  private static PhaseTrack track(List<Trajectory> before, List<Trajectory> after) {
    List<Trajectory> elementSets = new ArrayList<>(before);
    elementSets.addAll(after);
    return PhaseTrack.of(elementSets, before.get(Math.max(0, before.size() - REFERENCE)));
  }

  private ResponseFit fit(PhaseTrack track, double time) {
    return new ResponseFit(track, trajectories.noise(time), RATE_SHARE, time, 0);
  }

  /**
   * Robust standard deviation of the changes of the rate that the same fit finds at times around,
   * where there is no burn, km/d.
   *
   * @param fewestAfter element sets after such a time
   */
  private double noise(BurnTime burn, int fewestAfter, Burns burns, double formal) {
    BurnResponse response = burn.hypotheses().likeliest().response();
    double[] changes = new double[2 * QUIET_TIMES];
    int count = 0;
    for (int i = -QUIET_TIMES; i <= QUIET_TIMES; i++) {
      double time =
          i < 0
              ? trajectories.before(burn.first(), -i * QUIET_SPACING)
              : trajectories.after(burn.last() + burn.settled(), i * QUIET_SPACING);
      if (i == 0 || Double.isNaN(time)) {
        continue;
      }
      List<Trajectory> before = before(time, burns.before(time) + burn.settled());
      List<Trajectory> after = after(time, burns.after(time));
      if (before.size() < FEWEST_BEFORE_QUIET || after.size() < fewestAfter) {
        continue;
      }
      PhaseTrack track = track(before, after);
      if (!track.ambiguous()) {
        changes[count++] = Math.abs(fit(track, time).at(time, response).change());
      }
    }
    return count < FEWEST_QUIET
        ? CORRELATED * formal
        : Math.max(formal, Medians.MAD_TO_SIGMA * Medians.sorting(changes, count));
  }

  /**
   * One component of a delta-v.
   *
   * @param size m/s, signed where the sign is known
   * @param noise standard deviation without a burn, m/s
   * @param sigma standard deviation, m/s
   * @param significant whether {@code size} is above the noise
   */
  private record Component(double size, double noise, double sigma, boolean significant) {

    /** Significance of the along-track component, in standard deviations of its noise. */
    private static final double PHASE_FLOOR = 2.5;

    /** Significance of the along-track component, in standard deviations of the estimate. */
    private static final double ESTIMATE_FLOOR = 1;

    /** Significance of a step of a vector, whose noise has heavier tails. */
    private static final double STEP_FLOOR = 5;

    /** Ratio of the standard deviation of normal noise to its mean magnitude. */
    private static final double SIGMA_PER_MEAN = 1.25;

    /**
     * Relative standard deviation of a component, because several fits smear a burn; measured on
     * published LEO burns of 1 to 10 cm/s.
     */
    private static final double RELATIVE_SIGMA = 0.05;

    /** Relative error of v |de|, ideally 2 dv_t, for a smeared burn. */
    private static final double ECCENTRICITY_SMEAR = 0.25;

    /** Relative standard deviation of a radial component, which may be two opposite burns. */
    private static final double OPPOSITE_BURNS = 0.25;

    /**
     * The component along the velocity.
     *
     * @param noise standard deviation without a burn, m/s
     * @param spread mean magnitude of the differences between fits with different times and
     *     responses, m/s
     */
    static Component along(double size, double noise, double spread) {
      double sigma = Math.hypot(noise, Math.hypot(SIGMA_PER_MEAN * spread, RELATIVE_SIGMA * size));
      boolean significant = Math.abs(size) > Math.max(PHASE_FLOOR * noise, ESTIMATE_FLOOR * sigma);
      return new Component(size, noise, sigma, significant);
    }

    /** The magnitude of the component along the orbit normal. */
    static Component cross(double size, double noise) {
      return new Component(
          size, noise, Math.hypot(noise, RELATIVE_SIGMA * size), size > STEP_FLOOR * noise);
    }

    /**
     * The magnitude of the radial component. Two opposite burns along the track, half a revolution
     * apart, change the eccentricity vector as a radial burn of twice their sum does.
     *
     * @param eccentric speed times the change of the eccentricity vector, m/s
     * @param noise of {@code eccentric}, m/s
     */
    static Component radial(double eccentric, double noise, Component along) {
      double explained = 2 * Math.abs(along.size);
      double excess = eccentric - (1 + ECCENTRICITY_SMEAR) * explained;
      if (excess <= STEP_FLOOR * Math.hypot(noise, 2 * along.noise)) {
        return new Component(0, noise, Math.hypot(noise, ECCENTRICITY_SMEAR * explained), false);
      }
      double size = Math.sqrt(eccentric * eccentric - explained * explained);
      return new Component(size, noise, Math.hypot(noise, OPPOSITE_BURNS * size), true);
    }

    /** Combines the significant components; null if there is none. */
    static @Nullable Estimate together(Component radial, Component along, Component cross) {
      double r = radial.seen();
      double a = along.seen();
      double c = cross.seen();
      double total = Math.sqrt(r * r + a * a + c * c);
      if (total == 0) {
        return null;
      }
      double variance =
          square(r * radial.sigma) + square(a * along.sigma) + square(c * cross.sigma);
      return new Estimate(
          new DeltaV(r == 0 ? null : r, a, c, total, Math.sqrt(variance) / total),
          new ComponentSigma(radial.sigma, along.sigma, cross.sigma));
    }

    private double seen() {
      return significant ? size : 0;
    }

    private static double square(double value) {
      return value * value;
    }
  }
}
