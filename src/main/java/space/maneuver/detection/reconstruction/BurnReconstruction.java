package space.maneuver.detection.reconstruction;

import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver.Estimate;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/** Estimates time and delta-v of the burns of an arc from the orbits before and after them. */
public final class BurnReconstruction {

  private final List<ElementSet> elements;
  private final OrbitRegime regime;
  private final BurnTimeEstimator crossing;
  private final DeltaVEstimator gauss;

  public BurnReconstruction(History arc) {
    elements = arc.elements();
    regime = arc.regime();
    Trajectories trajectories = new Trajectories(arc);
    crossing = new BurnTimeEstimator(trajectories, regime);
    gauss = new DeltaVEstimator(arc, trajectories);
  }

  /**
   * Estimates the time of the burn between two element sets.
   *
   * @param before index in the arc of the element set before the burn
   * @param after index of the element set after it
   */
  public BurnTime time(int before, int after) {
    return crossing.in(elements.get(before).epochDays(), elements.get(after).epochDays());
  }

  /**
   * Estimates the delta-v of a burn; null below the noise floor, or where neighboring burns are so
   * close that the orbit between them is unknown.
   *
   * @param burns times of all burns; may include this one
   */
  public @Nullable Estimate deltaV(BurnTime time, NavigableSet<Double> burns) {
    return gauss.at(time.time(), burns.lower(time.time()), burns.higher(time.time()));
  }

  /** Number of element sets of the arc after the burn. */
  public int elementSetsAfter(BurnTime time) {
    int after = 0;
    for (int k = elements.size() - 1; k >= 0 && elements.get(k).epochDays() > time.time(); k--) {
      after++;
    }
    return after;
  }

  /**
   * The status of a burn by the number of days after it that have an element set.
   *
   * @param later number of element sets after the arc
   */
  public Status status(BurnTime time, int later) {
    long days =
        elements.stream()
            .filter(each -> each.epochDays() > time.time())
            .mapToLong(each -> (long) Math.floor(each.epochDays()))
            .distinct()
            .count();
    return Status.after(days + later, regime);
  }

  /**
   * The time of a burn, days since 1970-01-01 UTC.
   *
   * @param time best estimate
   * @param earliest start of the 90 % credible interval
   * @param latest end of the interval
   */
  public record BurnTime(double time, double earliest, double latest) {}
}
