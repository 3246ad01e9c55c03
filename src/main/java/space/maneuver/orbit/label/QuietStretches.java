package space.maneuver.orbit.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;

/**
 * Stretches of a satellite's history without any burn, published or {@linkplain UnpublishedBurns
 * evident in the orbit}: real element sets, with real noise, cadence and drag.
 */
public final class QuietStretches {

  /** Element sets closer to a burn than this may still show it, d. */
  private static final double MARGIN_DAYS = 20;

  private static final double SHORTEST_DAYS = 60;
  private static final int FEWEST_ELEMENT_SETS = 40;

  /** An orbit fit spreads a burn over a week at most, d. */
  private static final double NOISE_MARGIN_DAYS = 10;

  private static final double NOISE_SHORTEST_DAYS = 30;
  private static final int NOISE_FEWEST_ELEMENT_SETS = 30;

  private QuietStretches() {}

  /**
   * Returns stretches that can stand for objects that do not maneuver: between the first and the
   * last published burn, in order of time, far from burns and long enough to be searched alone.
   */
  public static List<History> of(LabelledHistory satellite) {
    return of(satellite, MARGIN_DAYS, SHORTEST_DAYS, FEWEST_ELEMENT_SETS);
  }

  /**
   * Returns stretches from which to estimate the errors of element sets. They may be shorter and
   * closer to burns than those of {@link #of}, so that satellites with a burn every month or two,
   * and all seasons, are represented.
   */
  public static List<History> forNoise(LabelledHistory satellite) {
    return of(satellite, NOISE_MARGIN_DAYS, NOISE_SHORTEST_DAYS, NOISE_FEWEST_ELEMENT_SETS);
  }

  private static List<History> of(
      LabelledHistory satellite, double margin, double shortest, int fewest) {
    List<History> stretches = new ArrayList<>();
    if (satellite.reviewed() != null) {
      // Between two reviewed burns there may be others.
      return stretches;
    }
    double end = Double.POSITIVE_INFINITY;
    for (Burn burn : burns(satellite)) {
      double start = Ticks.days(burn.start());
      if (start - end > 2 * margin + shortest) {
        add(stretches, satellite.history(), end + margin, start - margin, fewest);
      }
      double ownEnd = Ticks.days(burn.end());
      end = Double.isInfinite(end) ? ownEnd : Math.max(end, ownEnd);
    }
    return stretches;
  }

  /** The published burns, and the evident ones that no published burn explains. */
  private static List<Burn> burns(LabelledHistory satellite) {
    List<Burn> published = satellite.burns();
    if (published.isEmpty()) {
      return published;
    }
    Instant first = published.get(0).start();
    Instant last = published.get(published.size() - 1).start();
    return Stream.concat(
            published.stream(),
            UnpublishedBurns.of(satellite.history()).stream()
                .filter(burn -> burn.start().isAfter(first) && burn.start().isBefore(last))
                .filter(burn -> published.stream().noneMatch(each -> isNear(each, burn))))
        .sorted(Comparator.comparing(Burn::start))
        .toList();
  }

  private static boolean isNear(Burn published, Burn other) {
    return Ticks.days(published.start()) - Ticks.days(other.end()) < NOISE_MARGIN_DAYS
        && Ticks.days(other.start()) - Ticks.days(published.end()) < NOISE_MARGIN_DAYS;
  }

  private static void add(
      List<History> stretches, History history, double from, double to, int fewest) {
    List<ElementSet> elements =
        history.elements().stream()
            .filter(each -> each.epochDays() >= from && each.epochDays() <= to)
            .toList();
    if (elements.size() >= fewest) {
      stretches.add(new History(elements));
    }
  }
}
