package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.detection.reconstruction.Trajectories.Trajectory;
import space.maneuver.orbit.OrbitRegime;

/**
 * Estimates the time of a burn, and the change of the along-track rate, from the phases of the
 * element sets around a gap.
 *
 * <p>Element sets lag behind a burn: a batch fit shows it over days, and an element set of the same
 * day may still describe the orbit before it. Each of several {@link BurnResponse}s is fitted at
 * each time of a grid ({@link ResponseFit}); together with their weights and a prior of the time
 * relative to the gap, their likelihoods give the distribution of the time. The estimate is the
 * median. It may lie outside the gap, since a network names a gap late where element sets lag.
 */
final class BurnTimeEstimator {

  /** Element sets on each side of the middle of the gap; the first of them is the reference. */
  private static final int BEFORE = 3;

  private static final int AFTER = 8;

  /** Smallest number of element sets before the gap that date a burn. */
  private static final int FEWEST_BEFORE = 2;

  /** Greatest distance of an element set from the ends of the gap, d. */
  private static final double REACH = 9;

  /** Element sets this close to the gap are used whatever neighboring burns there are, d. */
  private static final double OWN = 1.5;

  /** See {@link ResponseFit}. */
  private static final double RATE_SHARE = 6;

  private final Trajectories trajectories;
  private final Lag lag;

  BurnTimeEstimator(Trajectories trajectories, OrbitRegime regime) {
    this.trajectories = trajectories;
    this.lag = regime == OrbitRegime.LEO ? Lag.LEO : Lag.DEEP_SPACE;
  }

  /**
   * Estimates the time of a burn.
   *
   * @param begin epoch of the element set before the gap, days since 1970
   * @param end epoch of the element set after it
   * @param previous end of the gap of the burn before it; negative infinity if there is none
   * @param next start of the gap of the burn after it; infinity if there is none
   * @return a wide interval around the gap if the element sets do not determine the time
   */
  BurnTime in(double begin, double end, double previous, double next) {
    double middle = (begin + end) / 2;
    double half = (end - begin) / 2;
    List<Trajectory> early =
        trajectories.around(
            middle, BEFORE, 0, Math.min(half + REACH, middle - Math.min(previous, begin - OWN)));
    List<Trajectory> late =
        trajectories.around(
            middle, 0, AFTER, Math.min(half + REACH, Math.max(next, end + OWN) - middle));
    boolean few = late.size() < lag.fewestAfter();
    PhaseTrack track = early.size() < FEWEST_BEFORE || late.isEmpty() ? null : track(early, late);
    if (track == null || track.ambiguous()) {
      return new BurnPosterior(lag.named(), half).summary(middle);
    }
    BurnPosterior posterior = new BurnPosterior(few ? lag.named() : lag, half);
    posterior.fit(
        new ResponseFit(track, trajectories.noise(middle), RATE_SHARE, middle, lag.growth()),
        middle);
    return posterior.summary(middle);
  }

  private static PhaseTrack track(List<Trajectory> early, List<Trajectory> late) {
    List<Trajectory> elementSets = new ArrayList<>(early);
    elementSets.addAll(late);
    return PhaseTrack.of(elementSets, early.get(0));
  }
}
