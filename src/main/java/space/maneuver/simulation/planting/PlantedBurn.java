package space.maneuver.simulation.planting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.BurnResponse;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Sgp4;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.Thrust;
import space.maneuver.simulation.orbit.TrueOrbit;

/**
 * A burn to plant into a real history, and how the element sets show it.
 *
 * @param thrust time and velocity change
 * @param response response of the element sets
 */
public record PlantedBurn(Thrust thrust, BurnResponse response) {

  /**
   * Plants the burn: the element sets after it are shifted by the difference between the orbits
   * with and without it. The difference is propagated from each element set to the next with SGP4
   * or SDP4, so that it follows precession, drag, Sun and Moon as the object does; the errors of
   * the element sets stay as they are.
   *
   * @return the history with the burn; null if an orbit cannot be propagated
   * @throws IllegalArgumentException if the burn is not between two element sets
   */
  public @Nullable History in(History history) {
    List<ElementSet> elements = history.elements();
    int first = 0;
    while (first < elements.size() && elements.get(first).epochTicks() <= thrust.ticks()) {
      first++;
    }
    if (first == 0 || first == elements.size()) {
      throw new IllegalArgumentException("a burn must be between two element sets");
    }
    int after = first;
    List<ElementSet> shifted = Sgp4.attempt(() -> shifted(elements, after));
    if (shifted == null) {
      return null;
    }
    List<ElementSet> all = new ArrayList<>(elements.subList(0, first));
    all.addAll(shifted);
    return new History(all);
  }

  private List<ElementSet> shifted(List<ElementSet> elements, int first) {
    ElementSet last = TrueOrbit.advanced(elements.get(first - 1), thrust.ticks());
    Deviation change = Deviation.between(last, TrueOrbit.kicked(last, thrust));
    List<ElementSet> shifted = new ArrayList<>(elements.size() - first);
    for (ElementSet own : elements.subList(first, elements.size())) {
      long ticks = own.epochTicks();
      ElementSet without = TrueOrbit.advanced(last, ticks);
      ElementSet with = TrueOrbit.advanced(change.addedTo(last), ticks);
      change =
          Deviation.between(without, with)
              .seenFrom(without.rightAscension() - own.rightAscension());
      double days = Ticks.days(ticks - thrust.ticks());
      shifted.add(response.rate(days) > 0 ? shown(change, days).addedTo(own) : own);
      last = own;
    }
    return shifted;
  }

  /** The part of a change of the orbit that an element set shows some days after the burn. */
  private Deviation shown(Deviation change, double days) {
    double rate = response.rate(days);
    return new Deviation(
        rate * change.meanMotion(),
        response.phase(days) / days * change.phase(),
        rate * change.ex(),
        rate * change.ey(),
        rate * change.ix(),
        rate * change.iy());
  }
}
