package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.BurnPosterior.BurnTime;
import space.maneuver.detection.reconstruction.ResponseFit.RateChange;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Estimate;
import space.maneuver.detection.reconstruction.Trajectories.OsculatingOrbit;
import space.maneuver.detection.reconstruction.Trajectories.Trajectory;
import space.maneuver.detection.reconstruction.VectorSteps.Step;
import space.maneuver.math.Days;
import space.maneuver.math.Medians;
import space.maneuver.orbit.History;

/**
 * Estimates delta-v by Gauss' variational equations for a near-circular orbit (Vallado,
 * Fundamentals of Astrodynamics, 9.3) from changes between element sets: along-track from the
 * change of the phase rate, a dn = -3 dv_t, at each likely time and with each {@link BurnResponse};
 * cross-track from the tilt of the orbit normal, dv_n / v wherever in the orbit the burn was; radial
 * from the eccentricity vector, v^2 |de|^2 = (2 dv_t)^2 + dv_r^2. Uses only element sets between
 * the neighboring burns; burns within a day are estimated as their sum.
 */
final class DeltaVEstimator {

  /** Along-track delta-v of a change of the phase rate of 1 km/d, m/s, but for its sign. */
  private static final double METRES_PER_SECOND = 1000 / Days.SECONDS / 3;

  /** Greatest number of element sets before the burn for the phase. */
  private static final int BEFORE = 5;

  /** The same after the burn: one more, since the first ones may be fits across it. */
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

  /** Smallest number of these times, and of element sets after one. */
  private static final int FEWEST_QUIET = 6;

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
   * Estimates the delta-v of a burn; null below the noise floor, with too few element sets, and in
   * eccentric orbits.
   *
   * @param previous time of the previous burn, days since 1970; null if there is none
   * @param next time of the next burn; null if there is none
   */
  @Nullable Estimate at(BurnTime burn, @Nullable Double previous, @Nullable Double next) {
    double time = burn.time();
    double from = previous == null ? Double.NEGATIVE_INFINITY : previous;
    double to = next == null ? Double.POSITIVE_INFINITY : next;
    List<Trajectory> before = trajectories.around(time, BEFORE, 0, Math.min(REACH, time - from));
    List<Trajectory> after = trajectories.around(time, 0, AFTER, Math.min(REACH, to - time));
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
    double settled = burn.hypotheses().mean(hypothesis -> hypothesis.response().settled());
    Step tilt = normal.at(time, settled, from, to);
    Step bend = eccentricity.at(time, settled, from, to);
    if (tilt == null || bend == null) {
      return null;
    }
    double speed = orbit.meanMotion() * orbit.semiMajorAxis();
    Component along = along(burn, before, after, settled);
    return Component.together(
        Component.radial(speed * bend.size(), speed * bend.noise(), along),
        along,
        Component.cross(speed * tilt.size(), speed * tilt.noise()));
  }

  private Component along(
      BurnTime burn, List<Trajectory> before, List<Trajectory> after, double settled) {
    ResponseFit fit = fit(before, after, burn.time());
    Weighted<RateChange> changes =
        burn.hypotheses().map(each -> fit.at(each.time(), each.response()));
    double change = changes.median(RateChange::change);
    double formal = changes.median(RateChange::sigma);
    double noise =
        Math.abs(change) > CLEAR * formal
            ? CORRELATED * formal
            : noise(burn, Math.min(after.size(), FEWEST_AFTER_QUIET), settled, formal);
    return Component.along(
        -METRES_PER_SECOND * change,
        METRES_PER_SECOND * noise,
        METRES_PER_SECOND * changes.mean(each -> Math.abs(each.change() - change)));
  }

  private ResponseFit fit(List<Trajectory> before, List<Trajectory> after, double time) {
    List<Trajectory> elsets = new ArrayList<>(before);
    elsets.addAll(after);
    return new ResponseFit(
        PhaseTrack.of(elsets, before.get(Math.max(0, before.size() - REFERENCE))),
        trajectories.noise(time),
        RATE_SHARE,
        time,
        0);
  }

  /**
   * Robust standard deviation of the changes of the rate that the same fit finds at times around,
   * where there is no burn, km/d.
   *
   * @param fewestAfter element sets after such a time
   */
  private double noise(BurnTime burn, int fewestAfter, double settled, double formal) {
    BurnResponse response = burn.hypotheses().likeliest().response();
    double time = burn.time();
    double[] changes = new double[2 * QUIET_TIMES];
    int count = 0;
    for (int i = 1; i <= QUIET_TIMES; i++) {
      double early = trajectories.before(time, i * QUIET_SPACING);
      List<Trajectory> before = trajectories.around(early, BEFORE, 0, REACH);
      List<Trajectory> after = trajectories.around(early, 0, AFTER, Math.min(REACH, time - early));
      if (before.size() >= 2 && after.size() >= fewestAfter) {
        changes[count++] = Math.abs(fit(before, after, early).at(early, response).change());
      }
      double late = trajectories.after(time + settled, i * QUIET_SPACING);
      before = trajectories.around(late, BEFORE, 0, Math.min(REACH, late - time - settled));
      after = trajectories.around(late, 0, AFTER, REACH);
      if (before.size() >= 2 && after.size() >= fewestAfter) {
        changes[count++] = Math.abs(fit(before, after, late).at(late, response).change());
      }
    }
    if (count < FEWEST_QUIET) {
      return CORRELATED * formal;
    }
    return Math.max(formal, Medians.MAD_TO_SIGMA * Medians.sorting(changes, count));
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

    /** The same for steps of a vector, whose noise has heavier tails. */
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

    /**
     * The component along the velocity.
     *
     * @param noise standard deviation without a burn, m/s
     * @param spread mean magnitude of the differences between fits with different times and
     *     responses, m/s
     */
    static Component along(double size, double noise, double spread) {
      double sigma = Math.hypot(noise, Math.hypot(SIGMA_PER_MEAN * spread, RELATIVE_SIGMA * size));
      return new Component(size, noise, sigma, Math.abs(size) > PHASE_FLOOR * noise);
    }

    /** The magnitude of the component along the orbit normal. */
    static Component cross(double size, double noise) {
      return new Component(
          size, noise, Math.hypot(noise, RELATIVE_SIGMA * size), size > STEP_FLOOR * noise);
    }

    /**
     * The magnitude of the radial component.
     *
     * @param eccentric speed times the change of the eccentricity vector, m/s
     * @param noise of {@code eccentric}, m/s
     */
    static Component radial(double eccentric, double noise, Component along) {
      double explained = 2 * Math.abs(along.size);
      double excess = eccentric - (1 + ECCENTRICITY_SMEAR) * explained;
      if (excess <= STEP_FLOOR * Math.hypot(noise, 2 * along.noise)) {
        return new Component(
            0, noise, Math.hypot(noise, ECCENTRICITY_SMEAR * explained), false);
      }
      double size = Math.sqrt(eccentric * eccentric - explained * explained);
      return new Component(size, noise, Math.hypot(noise, RELATIVE_SIGMA * size), true);
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
