package space.maneuver.catalogue.maneuvers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.KeptManeuver.ModelVersion;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;

/**
 * Decides what a new search of a stretch of an object's history means for its maneuvers.
 *
 * <p>A finding continues the maneuver whose interval, widened by a day, holds its epoch, the
 * nearest first. Where two maneuvers have become one finding, it continues the older one, and the
 * other is withdrawn. A finding that continues none is a new maneuver if it reaches the model's
 * threshold, unless it continues a withdrawn one, which then comes back. A maneuver of the stretch
 * without a finding is withdrawn, unless an analyst has judged it to be a burn.
 */
public final class Continuation {

  private static final Duration BACKFILL = Duration.ofDays(30);
  private static final double CONFIDENCE_STEP = 0.2;
  private static final double SIGMAS = 2;

  private final Search search;
  private final List<Known> active;
  private final List<Known> withdrawn;
  private final Map<Maneuver, Known> continued = new HashMap<>();
  private final Set<Known> taken = new HashSet<>();
  private final List<Revised> revised = new ArrayList<>();

  private Continuation(List<Known> known, Search search) {
    this.search = search;
    active = known.stream().filter(each -> !each.maneuver().withdrawn()).toList();
    withdrawn = known.stream().filter(each -> each.maneuver().withdrawn()).toList();
  }

  /**
   * A maneuver as it is stored.
   *
   * @param maneuver with the latest figures
   * @param told the figures of its latest revision, against which changes are measured
   */
  public record Known(KeptManeuver maneuver, Maneuver told) {}

  /**
   * A search of a stretch.
   *
   * @param noradId catalogue number of the object
   * @param from start of the stretch, inclusive: its maneuvers are those with an epoch in it
   * @param to end of the stretch, exclusive; null if it has no end
   * @param findings in the stretch and around it
   * @param threshold confidence from which a finding is a new maneuver; below it, it may continue
   *     one
   * @param newest epoch of the object's newest element set
   * @param model that found them
   * @param at time of the search
   */
  public record Search(
      int noradId,
      Instant from,
      @Nullable Instant to,
      List<Maneuver> findings,
      double threshold,
      Instant newest,
      ModelVersion model,
      Instant at) {

    boolean holds(Instant epoch) {
      return !epoch.isBefore(from) && (to == null || epoch.isBefore(to));
    }
  }

  /**
   * A maneuver to store.
   *
   * @param told what to tell of it as its next revision; null if only figures are replaced
   */
  public record Revised(KeptManeuver maneuver, Change.@Nullable Type told) {}

  /**
   * Returns the maneuvers that a search changes; none if it found what is stored.
   *
   * @param known those of the object that its findings may continue, withdrawn ones too
   */
  public static List<Revised> of(List<Known> known, Search search) {
    return new Continuation(known, search).revise();
  }

  private List<Revised> revise() {
    match(active, search.findings().stream());
    Map<Known, Maneuver> absorbed = absorbed();
    match(
        withdrawn,
        search.findings().stream().filter(each -> each.confidence() >= search.threshold()));
    for (Maneuver finding : search.findings()) {
      Known known = continued.get(finding);
      if (known != null && (inStretch(known) || search.holds(finding.epoch()))) {
        next(known, finding);
      } else if (known == null
          && search.holds(finding.epoch())
          && finding.confidence() >= search.threshold()) {
        revised.add(new Revised(reported(finding), Change.Type.REPORTED));
      }
    }
    for (Known known : active) {
      if (!taken.contains(known) && inStretch(known) && !known.maneuver().isSeen()) {
        Maneuver same = absorbed.get(known);
        revised.add(
            new Revised(
                withdrawn(known, same == null ? null : Objects.requireNonNull(continued.get(same))),
                Change.Type.WITHDRAWN));
      }
    }
    return revised;
  }

  private boolean inStretch(Known known) {
    return search.holds(known.maneuver().figures().epoch());
  }

  private record Pair(Known known, Maneuver finding) {

    private static final Comparator<Pair> NEAREST_FIRST =
        Comparator.comparing(Pair::distance).thenComparing(pair -> pair.known.maneuver().id());

    Duration distance() {
      return Duration.between(known.maneuver().figures().epoch(), finding.epoch()).abs();
    }
  }

  /** Lets findings continue maneuvers, each at most one. */
  private void match(List<Known> known, Stream<Maneuver> findings) {
    findings
        .filter(finding -> !continued.containsKey(finding))
        .flatMap(
            finding ->
                known.stream()
                    .filter(each -> each.maneuver().near(finding.epoch()))
                    .map(each -> new Pair(each, finding)))
        .sorted(Pair.NEAREST_FIRST)
        .forEach(
            pair -> {
              if (!taken.contains(pair.known()) && !continued.containsKey(pair.finding())) {
                take(pair.finding(), pair.known());
              }
            });
  }

  private void take(Maneuver finding, Known known) {
    Known former = continued.put(finding, known);
    if (former != null) {
      taken.remove(former);
    }
    taken.add(known);
  }

  /** The maneuvers that have become one with another, by what both have become. */
  private Map<Known, Maneuver> absorbed() {
    Map<Known, Maneuver> absorbed = new HashMap<>();
    for (Known each : active) {
      if (taken.contains(each) || !inStretch(each) || each.maneuver().isSeen()) {
        continue;
      }
      search.findings().stream()
          .filter(continued::containsKey)
          .map(finding -> new Pair(each, finding))
          .filter(pair -> becameOne(pair.known(), pair.finding()))
          .min(Pair.NEAREST_FIRST)
          .ifPresent(pair -> absorbed.put(each, pair.finding()));
    }
    Map<Known, Maneuver> all = new HashMap<>();
    absorbed.forEach(
        (known, finding) -> {
          Known other = Objects.requireNonNull(continued.get(finding));
          if (known.maneuver().id() < other.maneuver().id()
              && inStretch(other)
              && !other.maneuver().isSeen()) {
            take(finding, known);
            all.put(other, finding);
          } else {
            all.put(known, finding);
          }
        });
    return all;
  }

  /** Whether a maneuver and a finding are the same, a campaign perhaps. */
  private static boolean becameOne(Known known, Maneuver finding) {
    Instant epoch = known.maneuver().figures().epoch();
    return known.maneuver().near(finding.epoch())
        || !epoch.isBefore(finding.earliest()) && !epoch.isAfter(finding.latest());
  }

  private void next(Known known, Maneuver finding) {
    KeptManeuver before = known.maneuver();
    KeptStatus status = KeptStatus.of(finding);
    Change.Type told = told(known, finding, status);
    if (told == null && before.figures().equals(finding) && before.model().equals(search.model())) {
      return;
    }
    revised.add(
        new Revised(
            new KeptManeuver(
                before.id(),
                before.noradId(),
                before.revision() + (told == null ? 0 : 1),
                status,
                finding,
                before.backfill(),
                before.reportedAt(),
                told == null ? before.updatedAt() : search.at(),
                search.model(),
                search.newest(),
                null,
                before.review()),
            told));
  }

  private KeptManeuver reported(Maneuver finding) {
    return new KeptManeuver(
        0,
        search.noradId(),
        1,
        KeptStatus.of(finding),
        finding,
        finding.epoch().isBefore(search.newest().minus(BACKFILL)),
        search.at(),
        search.at(),
        search.model(),
        search.newest(),
        null,
        null);
  }

  private KeptManeuver withdrawn(Known known, @Nullable Known into) {
    KeptManeuver before = known.maneuver();
    return new KeptManeuver(
        before.id(),
        before.noradId(),
        before.revision() + 1,
        KeptStatus.WITHDRAWN,
        before.figures(),
        before.backfill(),
        before.reportedAt(),
        search.at(),
        search.model(),
        search.newest(),
        into == null ? null : into.maneuver().id(),
        before.review());
  }

  /** What to tell of a maneuver that a finding continues; null if nothing. */
  private Change.@Nullable Type told(Known known, Maneuver now, KeptStatus status) {
    KeptManeuver before = known.maneuver();
    if (before.withdrawn()) {
      return Change.Type.REPORTED;
    }
    if (status == KeptStatus.CONFIRMED && before.status() != KeptStatus.CONFIRMED) {
      return Change.Type.CONFIRMED;
    }
    return status != before.status() || differ(known.told(), now) ? Change.Type.UPDATED : null;
  }

  private boolean differ(Maneuver told, Maneuver now) {
    return told.kind() != now.kind()
        || told.type() != now.type()
        || moved(told, now)
        || told.confidence() >= search.threshold() != now.confidence() >= search.threshold()
        || Math.abs(told.confidence() - now.confidence()) > CONFIDENCE_STEP
        || resized(told.deltaV(), now.deltaV());
  }

  private static boolean moved(Maneuver told, Maneuver now) {
    Duration half = Duration.between(told.earliest(), told.latest()).dividedBy(2);
    return Duration.between(told.epoch(), now.epoch()).abs().compareTo(half) > 0;
  }

  private static boolean resized(@Nullable DeltaV told, @Nullable DeltaV now) {
    if (told == null || now == null) {
      return told != now;
    }
    return Math.abs(told.signedTotal() - now.signedTotal()) > SIGMAS * told.sigma();
  }
}
