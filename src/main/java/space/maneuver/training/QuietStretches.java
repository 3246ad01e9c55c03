package space.maneuver.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.LabelledHistory;

/**
 * Stretches of a satellite's history without a published burn, as histories of objects that do not
 * maneuver: the element sets as they are, so that noise, cadence and drag are real.
 */
public final class QuietStretches {

  /** Element sets nearer to a burn may still show it. */
  private static final double MARGIN_DAYS = 20;

  private static final double SHORTEST_DAYS = 60;
  private static final int FEWEST_ELEMENT_SETS = 40;

  private QuietStretches() {}

  /** Those between the first published burn and the last, in order of time. */
  public static List<History> of(LabelledHistory satellite) {
    List<History> stretches = new ArrayList<>();
    List<Burn> burns = satellite.burns();
    double end = Double.POSITIVE_INFINITY;
    for (Burn burn : burns) {
      double start = days(burn.start());
      if (start - end > 2 * MARGIN_DAYS + SHORTEST_DAYS) {
        add(stretches, satellite.history(), end + MARGIN_DAYS, start - MARGIN_DAYS);
      }
      double ownEnd = days(burn.end());
      end = Double.isInfinite(end) ? ownEnd : Math.max(end, ownEnd);
    }
    return stretches;
  }

  private static double days(Instant instant) {
    return (double) ElementSet.ticks(instant) / ElementSet.TICKS_PER_DAY;
  }

  private static void add(List<History> stretches, History history, double from, double to) {
    List<ElementSet> elements =
        history.elements().stream()
            .filter(each -> each.epochDays() >= from && each.epochDays() <= to)
            .toList();
    if (elements.size() >= FEWEST_ELEMENT_SETS) {
      stretches.add(new History(elements));
    }
  }
}
