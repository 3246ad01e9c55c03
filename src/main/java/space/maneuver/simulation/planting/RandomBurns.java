package space.maneuver.simulation.planting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.Thrust;

/**
 * Burns of given sizes to plant into the history of an object that never maneuvers, each into a
 * copy of its own and at a random time, be it quiet or not. The same seed and history give the same
 * burns.
 */
public final class RandomBurns {

  private static final double[] ALONG = {.005, .02, .1, 1};
  private static final double[] CROSS = {.5, 2};
  private static final double[] RADIAL = {.5};

  /** Length of a gap between element sets in which no burn can be found, d. */
  private static final double LONGEST_GAP = 30;

  /** Element sets around a burn: more change nothing that a detector looks at. */
  private static final int MOST_BEFORE = 400;

  private static final int MOST_AFTER = 60;
  private static final int FEWEST_BEFORE = 15;
  private static final int FEWEST_AFTER = 6;

  /** Element sets that an object needs for each of its copies. */
  private static final int SETS_PER_COPY = 20;

  private RandomBurns() {}

  /**
   * A burn to plant.
   *
   * @param piece element sets around the burn
   * @param burn burn between two of them
   * @param number of the copy of the history, from 1
   */
  public record Copy(History piece, PlantedBurn burn, int number) {

    /** Plants the burn; returns null if an orbit cannot be propagated. */
    public @Nullable LabelledHistory plant() {
      History planted = burn.in(piece);
      Thrust thrust = burn.thrust();
      Instant time = Ticks.toInstant(thrust.ticks());
      return planted == null
          ? null
          : new LabelledHistory(
              piece.noradId() + "-" + number,
              planted,
              List.of(new Burn(time, time, 1, thrust.radial(), thrust.along(), thrust.cross())));
    }
  }

  /**
   * Draws the burns of an object: along, across and outward in turn, both signs alike, one for
   * every 20 element sets.
   *
   * @param most greatest number of burns
   */
  public static List<Copy> of(History history, long seed, int most) {
    List<Copy> copies = new ArrayList<>();
    Draws first = Draws.of(seed, history.noradId());
    int turn = (int) first.uniform(0, 2 * sizes());
    for (History arc : history.arcs(LONGEST_GAP)) {
      if (arc.size() >= FEWEST_BEFORE + FEWEST_AFTER + 1) {
        for (int i = 0; i * SETS_PER_COPY < arc.size() && copies.size() < most; i++) {
          int number = copies.size() + 1;
          copies.add(copy(arc, Draws.of(seed, history.noradId(), number), turn++, number));
        }
      }
    }
    return copies;
  }

  private static int sizes() {
    return ALONG.length + CROSS.length + RADIAL.length;
  }

  private static Copy copy(History arc, Draws draws, int turn, int number) {
    List<ElementSet> elements = arc.elements();
    double from = elements.get(FEWEST_BEFORE - 1).epochDays();
    double to = elements.get(elements.size() - FEWEST_AFTER).epochDays();
    long ticks = Math.round(draws.uniform(from, to) * Ticks.PER_DAY);
    int after = FEWEST_BEFORE;
    while (after < elements.size() - 1 && elements.get(after).epochTicks() <= ticks) {
      after++;
    }
    History piece =
        new History(
            elements.subList(
                Math.max(0, after - MOST_BEFORE), Math.min(elements.size(), after + MOST_AFTER)));
    double sign = turn / sizes() % 2 == 0 ? 1 : -1;
    return new Copy(
        piece,
        new PlantedBurn(thrust(ticks, turn % sizes(), sign), ResponseDraw.of(draws, arc.regime())),
        number);
  }

  private static Thrust thrust(long ticks, int size, double sign) {
    if (size < ALONG.length) {
      return new Thrust(ticks, 0, sign * ALONG[size], 0);
    }
    int beyond = size - ALONG.length;
    return beyond < CROSS.length
        ? new Thrust(ticks, 0, 0, sign * CROSS[beyond])
        : new Thrust(ticks, sign * RADIAL[beyond - CROSS.length], 0, 0);
  }
}
