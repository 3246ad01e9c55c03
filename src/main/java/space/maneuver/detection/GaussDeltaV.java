package space.maneuver.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.History;

/**
 * Delta-v by Gauss' variational equations for a near-circular orbit (Vallado, Fundamentals of
 * Astrodynamics, 9.3) from what changes between element sets. Along the track from the kink of the
 * phase, whose rate changes by a dn = -3 dv_t; across it from the tilt of the orbit normal, dv_n /
 * v wherever in the orbit the burn was; radially from the eccentricity vector, v^2 |de|^2 = (2
 * dv_t)^2 + dv_r^2. Burns that follow within a day come out as their sum.
 */
final class GaussDeltaV {

  private static final double METRES_PER_KM = 1000;
  private static final double SECONDS_PER_DAY = 86_400;

  /** Elsets for the kink on each side, within so many days; its reference is the second before. */
  private static final int KINK_BEFORE = 5;

  private static final int KINK_AFTER = 6;
  private static final int KINK_REFERENCE = 2;
  private static final double KINK_REACH = 10;
  private static final double KINK_RATE_SHARE = 1.5;
  private static final double KINK_CAMPAIGN_SHARE = 0.03;

  /** Fewer do not tell an object's noise. */
  private static final int FEWEST_ELSETS = 6;

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
   */
  @Nullable DeltaV at(double time) {
    List<Trajectory> before = trajectories.around(time, KINK_BEFORE, 0, KINK_REACH);
    List<Trajectory> after = trajectories.around(time, 0, KINK_AFTER, KINK_REACH);
    if (before.isEmpty() || after.isEmpty() || trajectories.size() < FEWEST_ELSETS) {
      return null;
    }
    OsculatingOrbit orbit = before.get(before.size() - 1).own();
    if (orbit.eccentricity() > ECCENTRIC) {
      return null;
    }
    double speed = orbit.meanMotion() * orbit.semiMajorAxis();
    DeltaVComponent along = along(time, before, after);
    DeltaVComponent cross =
        new DeltaVComponent(speed * normal.step(time), speed * normal.noise(time));
    DeltaVComponent radial =
        DeltaVComponent.radial(
            speed * eccentricity.step(time), speed * eccentricity.noise(time), along);
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
