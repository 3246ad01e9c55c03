package space.maneuver.catalogue.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.DueObject;
import space.maneuver.catalogue.DueObject.Cause;
import space.maneuver.catalogue.KeptElementSet;
import space.maneuver.detection.Detector.Excerpt;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Reads what a search of a due object needs.
 *
 * <p>New element sets at the end of a history change the maneuvers of the two months before them:
 * the network sees 56 steps, at most one a day, and the noise around a maneuver is measured over 60
 * gaps after it. Its channels are scaled by the gaps of the half year before, for which one element
 * set a day is enough. So the newest {@value #FULL} element sets are read, and before them the
 * newest of each of {@value #DAILY} days. Replayed day by day, this found the maneuvers of a search
 * of the whole history.
 *
 * <p>Element sets that come late change little beyond the days around them, where others took their
 * place. A stretch that arrives at once, such as an archive, is read as a whole.
 */
final class StretchReader {

  /** Greatest numbers of element sets: at the end of a history, and of days before these. */
  static final int FULL = 300;

  static final int DAILY = 100;

  /** How far before a new element set a maneuver can change: the longer of both. */
  private static final Duration BACK = Duration.ofDays(70);

  private static final int BACK_ELEMENT_SETS = 90;

  /** With element sets before the stretch, from which its first maneuver is reconstructed. */
  private static final Duration CONTEXT = Duration.ofDays(10);

  /** An update spans at most this; then the stretch may begin later than it should. */
  private static final Duration UPDATE = Duration.ofDays(3);

  /** Element sets that are older than the newest by more are late. */
  private static final Duration LATE = Duration.ofDays(30);

  /** Greatest number of element sets before and after late ones. */
  private static final int AROUND = 150;

  /** How far around late element sets maneuvers are replaced. */
  private static final Duration LATE_REACH = Duration.ofDays(15);

  /** Element sets after a stretch with which a search knows its maneuvers. */
  private static final Duration AFTER = Duration.ofDays(60);

  /** The same, where element sets are so frequent that fewer days are read. */
  private static final Duration LEAST_AFTER = Duration.ofDays(15);

  /** Greatest number of element sets read at once; the rest of an archive follows. */
  private static final int LONGEST = 20_000;

  /** Days before a long stretch, for the scale of the channels. */
  private static final int LONG_DAILY = 200;

  private final Catalogue catalogue;
  private final Duration research;

  /**
   * @param research how far back maneuvers are searched again with a new model
   */
  StretchReader(Catalogue catalogue, Duration research) {
    this.catalogue = catalogue;
    this.research = research;
  }

  /** Returns the stretch to search; null if the object has no element sets any more. */
  @Nullable Stretch read(DueObject object) {
    if (object.cause() == Cause.MODEL) {
      List<KeptElementSet> full = newest(object.noradId());
      return full.isEmpty() ? null : newest(object, full, start(full, research));
    }
    Instant from = Objects.requireNonNull(object.from());
    Instant through = Objects.requireNonNull(object.through());
    Instant late = object.lastEpoch().minus(LATE);
    Stretch stretch = null;
    boolean searched = object.searchedThrough() != null;
    if (searched && !from.isBefore(late)) {
      stretch = updated(object, from);
    } else if (searched && through.isBefore(late) && !through.minus(UPDATE).isAfter(from)) {
      stretch = late(object, from, through);
    }
    return stretch == null ? whole(object, from, through) : stretch;
  }

  private List<KeptElementSet> newest(int noradId) {
    return catalogue.newest(noradId, null, FULL);
  }

  private static Instant epoch(KeptElementSet elementSet) {
    return elementSet.published().epoch();
  }

  private static Instant first(List<KeptElementSet> elementSets) {
    return epoch(elementSets.get(0));
  }

  private static Instant last(List<KeptElementSet> elementSets) {
    return epoch(elementSets.get(elementSets.size() - 1));
  }

  /** The start of a stretch so long before the newest element set, as far as it has been read. */
  private static Instant start(List<KeptElementSet> full, Duration length) {
    Instant wanted = last(full).minus(length);
    Instant possible = first(full).plus(CONTEXT);
    return full.size() < FULL || wanted.isAfter(possible) ? wanted : possible;
  }

  /** The stretch that new element sets change; null if more has to be read. */
  private @Nullable Stretch updated(DueObject object, Instant from) {
    List<KeptElementSet> full = newest(object.noradId());
    if (full.isEmpty()) {
      return null;
    }
    boolean all = full.size() < FULL;
    int firstNew = 0;
    while (firstNew < full.size() - 1 && epoch(full.get(firstNew)).isBefore(from)) {
      firstNew++;
    }
    Instant wanted = from.minus(BACK);
    Instant counted = epoch(full.get(Math.max(0, firstNew - BACK_ELEMENT_SETS)));
    if (counted.isBefore(wanted)) {
      wanted = counted;
    }
    Instant possible = first(full).plus(CONTEXT);
    if (all || !wanted.isBefore(possible)) {
      return newest(object, full, wanted);
    }
    return from.isBefore(last(full).minus(UPDATE)) ? null : newest(object, full, possible);
  }

  private Stretch newest(DueObject object, List<KeptElementSet> full, Instant from) {
    List<KeptElementSet> daily =
        full.size() < FULL ? List.of() : daily(object.noradId(), full, DAILY);
    return new Stretch(
        new Excerpt(history(daily, full), object.origin(), 0, from), from, null, null);
  }

  private List<KeptElementSet> daily(int noradId, List<KeptElementSet> full, int count) {
    return catalogue.dueObjects().newestOfDays(noradId, first(full), count);
  }

  private static History history(List<KeptElementSet> daily, List<KeptElementSet> full) {
    List<ElementSet> elements = new ArrayList<>(daily.size() + full.size());
    daily.forEach(each -> elements.add(each.published().toElementSet()));
    full.forEach(each -> elements.add(each.published().toElementSet()));
    return History.of(elements);
  }

  /** The stretch around late element sets; null if more has to be read. */
  private @Nullable Stretch late(DueObject object, Instant from, Instant through) {
    List<KeptElementSet> before = catalogue.newest(object.noradId(), from, AROUND);
    List<KeptElementSet> after =
        catalogue.elementSets(object.noradId(), from, through.plus(LATE_REACH).plus(AFTER), AROUND);
    if (after.isEmpty()) {
      return null;
    }
    List<KeptElementSet> full = new ArrayList<>(before);
    full.addAll(after);
    Instant start = from.minus(LATE_REACH);
    Instant possible = first(full).plus(CONTEXT);
    if (before.size() == AROUND && start.isBefore(possible)) {
      start = possible;
    }
    Instant end = through.plus(LATE_REACH);
    Instant known = last(full).minus(LEAST_AFTER);
    if (known.isBefore(end)) {
      end = known;
    }
    if (!start.isBefore(from) || !end.isAfter(through)) {
      return null;
    }
    List<KeptElementSet> daily =
        before.size() < AROUND ? List.of() : daily(object.noradId(), full, DAILY);
    return new Stretch(
        new Excerpt(history(daily, full), object.origin(), later(object, full), start),
        start,
        end,
        null);
  }

  private int later(DueObject object, List<KeptElementSet> full) {
    return catalogue.dueObjects().elementSetsFrom(object.noradId(), last(full).plusNanos(1_000));
  }

  /** A stretch of any length. */
  private @Nullable Stretch whole(DueObject object, Instant from, Instant through) {
    Instant start = from.minus(BACK);
    List<KeptElementSet> full =
        catalogue.elementSets(
            object.noradId(), start.minus(CONTEXT), through.plus(LATE_REACH).plus(AFTER), LONGEST);
    if (full.isEmpty()) {
      return null;
    }
    List<KeptElementSet> daily = daily(object.noradId(), full, LONG_DAILY);
    int later = later(object, full);
    Excerpt excerpt = new Excerpt(history(daily, full), object.origin(), later, start);
    if (later == 0) {
      return new Stretch(excerpt, start, null, null);
    }
    if (full.size() < LONGEST) {
      return new Stretch(excerpt, start, through.plus(LATE_REACH), null);
    }
    Instant reached = last(full).minus(AFTER);
    // So many element sets in so few days are nonsense; the search goes on behind them.
    Instant end = reached.isAfter(from) ? reached : last(full);
    return new Stretch(excerpt, start, end, end);
  }
}
