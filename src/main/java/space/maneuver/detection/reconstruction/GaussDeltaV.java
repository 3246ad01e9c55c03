package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.History;

/**
 * Delta-v by Gauss' variational equations for a near-circular orbit (Vallado, Fundamentals of
 * Astrodynamics, 9.3) from what changes between element sets. Along the track from the kink of the
 * phase, whose rate changes by a dn = -3 dv_t; across it from the tilt of the orbit normal, dv_n /
 * v wherever in the orbit the burn was; radially from the eccentricity vector, v^2 |de|^2 = (2
 * dv_t)^2 + dv_r^2. Only element sets between the neighbouring burns count; burns that follow
 * within a day come out as their sum.
 */
final class GaussDeltaV {

  private static final double METRES_PER_KM = 1000;
  private static final double SECONDS_PER_DAY = 86_400;

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
  GaussDeltaV(History history, Trajectories trajectories) {
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
    double perRate = METRES_PER_KM / SECONDS_PER_DAY / 3;
    return new DeltaVComponent(-kink.change() * perRate, KINK_SIGMA * kink.sigma() * perRate);
  }
}
