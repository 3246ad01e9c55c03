package space.maneuver.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/** When and how large the burns of an arc were, from the orbits before and after them. */
final class BurnReconstruction {

  private final List<ElementSet> elements;
  private final CrossingTime crossing;
  private final GaussDeltaV gauss;

  BurnReconstruction(History arc) {
    elements = arc.elements();
    Trajectories trajectories = new Trajectories(arc);
    crossing = new CrossingTime(trajectories, arc.regime());
    gauss = new GaussDeltaV(arc, trajectories);
  }

  BurnTime time(Candidate candidate) {
    return crossing.in(
        elements.get(candidate.before()).epochDays(), elements.get(candidate.after()).epochDays());
  }

  /** Null below the noise floor. */
  @Nullable DeltaV deltaV(BurnTime time) {
    return gauss.at(time.time());
  }

  /** Element sets of the arc after the burn. */
  int elementSetsAfter(BurnTime time) {
    int after = 0;
    for (int k = elements.size() - 1; k >= 0 && elements.get(k).epochDays() > time.time(); k--) {
      after++;
    }
    return after;
  }
}
