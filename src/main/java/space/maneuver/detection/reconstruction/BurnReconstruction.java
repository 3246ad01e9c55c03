package space.maneuver.detection.reconstruction;

import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/** When and how large the burns of an arc were, from the orbits before and after them. */
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
   * When the burn was that lies between two element sets.
   *
   * @param before index of the element set before it in the arc
   * @param after index of the element set after it
   */
  public BurnTime time(int before, int after) {
    return crossing.in(elements.get(before).epochDays(), elements.get(after).epochDays());
  }

  /**
   * Null below the noise floor, or where burns lie so close that the orbits between them are not
   * known.
   *
   * @param burns times of all burns, this one or not
   */
  public @Nullable DeltaV deltaV(BurnTime time, NavigableSet<Double> burns) {
    return gauss.at(time.time(), burns.lower(time.time()), burns.higher(time.time()));
  }

  /** Element sets of the arc after the burn. */
  public int elementSetsAfter(BurnTime time) {
    int after = 0;
    for (int k = elements.size() - 1; k >= 0 && elements.get(k).epochDays() > time.time(); k--) {
      after++;
    }
    return after;
  }

  /**
   * Whether enough element sets follow.
   *
   * @param later element sets behind the arc
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
   * When a burn was, days since 1970.
   *
   * @param time best estimate
   * @param earliest begin of an interval that holds it with a probability of 90 %
   * @param latest end of that interval
   */
  public record BurnTime(double time, double earliest, double latest) {}
}
