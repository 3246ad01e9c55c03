package space.maneuver.simulation.planting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.Thrust;

/**
 * Plants series of burns into histories of objects that never maneuver, to train on: burns with the
 * noise, cadence and drag of objects on which a network is otherwise taught that there are none.
 * The same seed and history give the same burns.
 */
public final class BurnSeries {

  /** Element sets of a copy: each burn shifts all later ones, and long histories cost much. */
  private static final int PIECE = 300;

  private static final int FEWEST = 15;

  /** Element sets at both ends of a copy without a burn. */
  private static final int MARGIN = 3;

  /** Days between burns: at least, and on average beyond that. */
  private static final double SHORTEST_PAUSE = 4;

  private static final double MEAN_PAUSE = 30;
  private static final double FIRST_WITHIN = 25;

  /** Shares of burns along and across the track; the rest is radial. */
  private static final double ALONG = 0.6;

  private static final double ACROSS = 0.28;

  /** Share of the burns along the track that raise the orbit, as most do against drag. */
  private static final double RAISING = 0.6;

  /** Ranges of the delta-v, m/s, whose logarithm is drawn uniformly. */
  private static final double LEAST_ALONG = 0.01;

  private static final double MOST_ALONG = 3;
  private static final double LEAST_OTHER = 0.1;
  private static final double MOST_OTHER = 5;

  private BurnSeries() {}

  /**
   * Plants burns into copies of a history, which is divided into pieces of about {@value #PIECE}
   * element sets.
   *
   * @param copies number of copies of each piece, each with other burns
   * @return copies with at least one burn, named by catalogue number, copy and piece
   */
  public static List<LabelledHistory> plant(History history, int copies, long seed) {
    List<ElementSet> elements = history.elements();
    int pieces = Math.max(1, Math.round(elements.size() / (float) PIECE));
    List<LabelledHistory> planted = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      for (int piece = 0; piece < pieces; piece++) {
        List<ElementSet> part =
            elements.subList(
                Math.toIntExact((long) elements.size() * piece / pieces),
                Math.toIntExact((long) elements.size() * (piece + 1) / pieces));
        if (part.size() >= FEWEST) {
          int number = copy * pieces + piece;
          Draws draws = Draws.of(seed, history.noradId(), number);
          LabelledHistory each =
              plant(history.noradId() + "-series-" + number, new History(part), draws);
          if (!each.burns().isEmpty()) {
            planted.add(each);
          }
        }
      }
    }
    return planted;
  }

  private static LabelledHistory plant(String name, History piece, Draws draws) {
    double last = piece.elements().get(piece.size() - MARGIN).epochDays();
    double days = piece.elements().get(MARGIN).epochDays() + draws.uniform(0, FIRST_WITHIN);
    History history = piece;
    List<Burn> burns = new ArrayList<>();
    while (days < last) {
      long ticks = Math.round(days * Ticks.PER_DAY);
      Thrust thrust = thrust(draws, ticks);
      History with = new PlantedBurn(thrust, ResponseDraw.of(draws, piece.regime())).in(history);
      if (with != null) {
        history = with;
        Instant time = Ticks.toInstant(ticks);
        burns.add(new Burn(time, time, 1, thrust.radial(), thrust.along(), thrust.cross()));
      }
      days += SHORTEST_PAUSE + draws.waiting() * MEAN_PAUSE;
    }
    return new LabelledHistory(name, history, burns);
  }

  private static Thrust thrust(Draws draws, long ticks) {
    double direction = draws.uniform(0, 1);
    if (direction < ALONG) {
      double size = draws.logUniform(LEAST_ALONG, MOST_ALONG);
      return new Thrust(ticks, 0, draws.chance(RAISING) ? size : -size, 0);
    }
    double size = draws.logUniform(LEAST_OTHER, MOST_OTHER);
    double signed = draws.chance(0.5) ? size : -size;
    return direction < ALONG + ACROSS
        ? new Thrust(ticks, 0, 0, signed)
        : new Thrust(ticks, signed, 0, 0);
  }
}
