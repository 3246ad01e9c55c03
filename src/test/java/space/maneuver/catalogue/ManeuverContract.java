package space.maneuver.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.catalogue.KeptReviews.Judgment;
import space.maneuver.catalogue.KeptWatchLists.WatchList;
import space.maneuver.catalogue.maneuvers.Change;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.catalogue.maneuvers.Change.Type;
import space.maneuver.catalogue.maneuvers.ChangeQuery;
import space.maneuver.catalogue.maneuvers.ChangeQuery.ChangesGoneException;
import space.maneuver.catalogue.maneuvers.ChangeQuery.UnknownSequenceException;
import space.maneuver.catalogue.maneuvers.Continuation.Search;
import space.maneuver.catalogue.maneuvers.KeptManeuver;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.KeptManeuver.ModelVersion;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.ManeuverQuery;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Order;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Page;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Place;
import space.maneuver.catalogue.maneuvers.ManeuverRevision;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.testing.PublishedTexts;

/** What holds for due objects, maneuvers and the feed in either database. */
abstract class ManeuverContract {

  private static final int OBJECT = 70_001;
  private static final Instant NEWEST = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
  private static final ModelVersion MODEL = new ModelVersion("test", "1.0.0", "0".repeat(64));
  private static final ModelVersion NEXT = new ModelVersion("test", "1.1.0", "1".repeat(64));
  private static final long ORIGIN = 20_500;

  private Catalogue catalogue;
  private DueObjects due;

  /** Settings of an empty database. */
  abstract StoreSettings settings() throws Exception;

  @BeforeEach
  void open() throws Exception {
    catalogue = CatalogueWait.open(settings());
    due = catalogue.dueObjects();
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void objectWithNewElementSetsIsDueUntilItIsSearched() {
    store(OBJECT, NEWEST.minusSeconds(86_400), NEWEST);

    DueObject first = only(due.claim(10, NOW));
    assertThat(first.from()).isEqualTo(NEWEST.minusSeconds(86_400));
    assertThat(first.through()).isEqualTo(NEWEST);
    assertThat(first.lastEpoch()).isEqualTo(NEWEST);
    assertThat(first.searchedThrough()).isNull();
    assertThat(first.origin()).isNull();

    finish(first);
    assertThat(due.claim(10, NOW)).isEmpty();

    Instant next = NEWEST.plusSeconds(3_600);
    store(OBJECT, next);
    DueObject second = only(due.claim(10, NOW));
    assertThat(second.from()).isEqualTo(next);
    assertThat(second.searchedThrough()).isEqualTo(NEWEST);
    assertThat(second.origin()).isEqualTo(ORIGIN);
  }

  @Test
  void knownElementSetsMakeNothingDue() {
    store(OBJECT, NEWEST);
    finish(only(due.claim(10, NOW)));

    store(OBJECT, NEWEST);

    assertThat(due.claim(10, NOW)).isEmpty();
  }

  @Test
  void claimedObjectIsLeftAlone() {
    store(OBJECT, NEWEST);

    DueObject claimed = only(due.claim(10, NOW));
    assertThat(due.claim(10, NOW.plus(DueObjects.CLAIM))).isEmpty();

    due.release(List.of(claimed));
    assertThat(due.claim(10, NOW)).hasSize(1);
  }

  @Test
  void claimOfADeadProcessEndsAndItsResultIsRefused() {
    store(OBJECT, NEWEST);
    DueObject dead = only(due.claim(10, NOW));

    DueObject other = only(due.claim(10, NOW.plus(DueObjects.CLAIM).plusMillis(1)));

    assertThat(finish(dead, burn(1))).isZero();
    assertThat(all()).isEmpty();
    assertThat(finish(other, burn(1))).isOne();
    assertThat(all()).hasSize(1);
  }

  @Test
  void manyThreadsClaimEachObjectOnce() throws Exception {
    int objects = 300;
    store(IntStream.range(0, objects).map(i -> OBJECT + i).toArray());

    List<Integer> claimed = Collections.synchronizedList(new ArrayList<>());
    inParallel(
        4,
        thread -> {
          for (List<DueObject> some = due.claim(7, NOW);
              !some.isEmpty();
              some = due.claim(7, NOW)) {
            some.forEach(each -> claimed.add(each.noradId()));
          }
        });
    // Rows that another transaction locks are left out: a last look finds what all left out.
    due.claim(objects, NOW).forEach(each -> claimed.add(each.noradId()));

    assertThat(claimed).doesNotHaveDuplicates().hasSize(objects);
  }

  @Test
  void elementSetsThatComeDuringASearchAreSearchedNext() {
    store(OBJECT, NEWEST);
    DueObject claimed = only(due.claim(10, NOW));
    Instant late = NEWEST.plusSeconds(7_200);
    store(OBJECT, late);

    finish(claimed);

    DueObject next = only(due.claim(10, NOW));
    assertThat(next.through()).isEqualTo(late);
    assertThat(next.searchedThrough()).isEqualTo(NEWEST);
  }

  @Test
  void searchThatDidNotReachTheEndGoesOnThere() {
    store(OBJECT, NEWEST.minus(Duration.ofDays(900)), NEWEST);
    Instant reached = NEWEST.minus(Duration.ofDays(400));

    due.finish(
        List.of(
            new Searched(
                only(due.claim(10, NOW)),
                search(OBJECT, MODEL),
                Reason.ELEMENTS,
                ORIGIN,
                null,
                reached)));

    DueObject next = only(due.claim(10, NOW));
    assertThat(next.from()).isEqualTo(reached);
    assertThat(next.through()).isEqualTo(NEWEST);
    assertThat(next.searchedThrough()).isEqualTo(reached);
  }

  @Test
  void objectsOfAnOlderModelAreDueForANewerOneOnly() {
    store(OBJECT, NEWEST);
    assertThat(due.claimOlder(MODEL, 10, NOW)).isEmpty();
    finish(only(due.claim(10, NOW)));
    assertThat(due.claimOlder(MODEL, 10, NOW)).isEmpty();

    DueObject older = only(due.claimOlder(NEXT, 10, NOW));
    assertThat(older.cause()).isEqualTo(DueObject.Cause.MODEL);
    due.finish(
        List.of(new Searched(older, search(OBJECT, NEXT), Reason.MODEL, ORIGIN, null, null)));

    assertThat(due.claimOlder(NEXT, 10, NOW)).isEmpty();
    // A replica with the older model does not search it once more.
    assertThat(due.claimOlder(MODEL, 10, NOW)).isEmpty();
  }

  @Test
  void figuresAreKeptToTheLastDigit() {
    Maneuver full =
        new Maneuver(
            NEWEST.minusNanos(864_000_000),
            NEWEST.minus(Duration.ofDays(1)),
            NEWEST,
            0.7 + 0.1,
            Status.CONFIRMED,
            12,
            Kind.CONTINUOUS_THRUST,
            3,
            Maneuver.Type.RADIAL,
            new DeltaV(1.0 / 3, -0.25, 0, Math.sqrt(0.2), 1e-17),
            new ComponentSigma(1e-3, 2e-3, 3e-3),
            -4.9e-324);
    Maneuver bare = burn(20, null);
    search(bare, full);

    assertThat(all()).extracting(each -> each.maneuver().figures()).containsExactly(full, bare);
    ListedManeuver first = all().get(0);
    assertThat(first.name()).isEqualTo("OBJECT " + OBJECT);
    assertThat(first.regime()).isEqualTo(OrbitRegime.LEO);
    assertThat(catalogue.maneuvers().find(first.maneuver().id())).isEqualTo(first);
    assertThat(first.maneuver().model()).isEqualTo(MODEL);
    assertThat(first.maneuver().newestElementSet()).isEqualTo(NEWEST);
    assertThat(first.maneuver().reportedAt()).isEqualTo(NOW);
  }

  @Test
  void stretchThatIsSearchedTwiceChangesNothing() {
    search(burn(3), burn(9));
    long newest = catalogue.maneuvers().newestChange();
    List<ListedManeuver> before = all();

    assertThat(search(burn(3), burn(9))).isZero();

    assertThat(all()).isEqualTo(before);
    assertThat(catalogue.maneuvers().newestChange()).isEqualTo(newest);
  }

  @Test
  void everyRevisionIsKeptAndTold() {
    search(burn(3, 0.6));
    search(burn(3, 0.65));
    search(burn(3, 0.9));
    search();
    search(burn(3, 0.8));

    KeptManeuver only = only(all()).maneuver();
    List<ManeuverRevision> revisions = catalogue.maneuvers().revisions(only.id());
    assertThat(revisions)
        .extracting(each -> each.maneuver().maneuver().figures().confidence())
        .containsExactly(0.6, 0.9, 0.9, 0.8);
    assertThat(revisions)
        .extracting(each -> each.maneuver().maneuver().status())
        .containsExactly(
            KeptStatus.PROVISIONAL,
            KeptStatus.PROVISIONAL,
            KeptStatus.WITHDRAWN,
            KeptStatus.PROVISIONAL);
    assertThat(revisions.get(3).maneuver().maneuver()).isEqualTo(only);

    List<Change> changes = changes(0);
    assertThat(changes).extracting(Change::seq).containsExactly(1L, 2L, 3L, 4L);
    assertThat(changes)
        .extracting(Change::type)
        .containsExactly(Type.REPORTED, Type.UPDATED, Type.WITHDRAWN, Type.REPORTED);
    assertThat(changes)
        .extracting(Change::maneuver)
        .isEqualTo(revisions.stream().map(ManeuverRevision::maneuver).toList());
  }

  @Test
  void figuresThatAreReplacedWithoutBeingToldAreTheOnesListed() {
    search(burn(3, 0.6));
    search(burn(3, 0.65));

    assertThat(only(all()).maneuver().figures().confidence()).isEqualTo(0.65);
    assertThat(only(all()).maneuver().revision()).isOne();
    assertThat(changes(0)).hasSize(1);
    assertThat(
            Objects.requireNonNull(only(changes(0)).maneuver()).maneuver().figures().confidence())
        .isEqualTo(0.6);
  }

  @Test
  void deletedObjectLeavesItsDeletionInTheFeed() {
    search(burn(3), burn(9));
    store(OBJECT + 1, NEWEST);
    finish(only(due.claim(10, NOW)), burn(5));
    store(OBJECT, NEWEST.plusSeconds(1));
    DueObject claimed = only(due.claim(10, NOW));

    assertThat(catalogue.delete(OBJECT)).isTrue();

    assertThat(finish(claimed, burn(3))).isZero();
    assertThat(all()).extracting(each -> each.maneuver().noradId()).containsExactly(OBJECT + 1);
    assertThat(catalogue.maneuvers().find(1)).isNull();
    assertThat(catalogue.maneuvers().revisions(1)).isEmpty();
    List<Change> changes = changes(0);
    assertThat(changes).extracting(Change::seq).containsExactly(3L, 4L);
    assertThat(changes)
        .extracting(Change::type)
        .containsExactly(Type.REPORTED, Type.OBJECT_DELETED);
    assertThat(changes.get(1).noradId()).isEqualTo(OBJECT);
    assertThat(changes.get(1).maneuver()).isNull();
    assertThat(catalogue.delete(OBJECT)).isFalse();
    assertThat(catalogue.maneuvers().newestChange()).isEqualTo(4);
  }

  @Test
  void verdictIsARevisionThatASearchKeeps() {
    search(burn(3));

    ListedManeuver judged = judge(1, Verdict.BURN).orElseThrow();

    Review review = Objects.requireNonNull(judged.maneuver().review());
    assertThat(review.id()).isOne();
    assertThat(review.noradId()).isEqualTo(OBJECT);
    assertThat(judged.maneuver().revision()).isEqualTo(2);
    assertThat(catalogue.reviews().list(Set.of(), 0, 10)).containsExactly(review);
    assertThat(changes(0)).extracting(Change::reason).last().isEqualTo(Reason.REVIEW);
    assertThat(catalogue.maneuvers().revisions(1))
        .extracting(each -> each.maneuver().maneuver().review())
        .containsExactly(null, review);

    search();
    assertThat(only(all())).isEqualTo(judged);

    search(burn(3, 0.3));
    assertThat(only(all()).maneuver().revision()).isEqualTo(3);
    assertThat(only(all()).maneuver().review()).isEqualTo(review);
  }

  @Test
  void verdictBringsAWithdrawnManeuverBack() {
    search(burn(3));
    search();
    assertThat(catalogue.object(OBJECT).orElseThrow().maneuversLast30Days()).isZero();

    judge(1, Verdict.BURN);

    assertThat(only(all()).maneuver().withdrawn()).isFalse();
    assertThat(changes(0)).extracting(Change::type).last().isEqualTo(Type.REPORTED);
    assertThat(catalogue.object(OBJECT).orElseThrow().maneuversLast30Days()).isOne();
    assertThat(catalogue.object(OBJECT).orElseThrow().lastManeuver()).isEqualTo(burn(3).epoch());
  }

  @Test
  void reviewsAreReplacedListedAndTakenBack() {
    search(burn(3), burn(9));
    judge(1, Verdict.UNSURE);
    judge(2, Verdict.NO_BURN);
    Judgment quiet =
        new Judgment(Verdict.QUIET, NEWEST.minusSeconds(9), NEWEST, "no thrust", "key me");
    Review stretch = catalogue.reviews().judgeStretch(OBJECT, quiet, NOW).orElseThrow();
    judge(1, Verdict.BURN);

    List<Review> all = catalogue.reviews().list(Set.of(OBJECT), 0, 10);
    assertThat(all)
        .extracting(Review::verdict)
        .containsExactly(Verdict.BURN, Verdict.NO_BURN, Verdict.QUIET);
    assertThat(all.get(2)).isEqualTo(stretch);
    assertThat(catalogue.reviews().list(Set.of(), 1, 1)).containsExactly(all.get(1));
    assertThat(catalogue.reviews().list(Set.of(OBJECT + 1), 0, 10)).isEmpty();

    assertThat(catalogue.reviews().takeBack(1, NOW)).isTrue();
    assertThat(catalogue.reviews().remove(2, NOW)).isTrue();
    assertThat(catalogue.reviews().remove(3, NOW)).isTrue();
    assertThat(catalogue.reviews().remove(3, NOW)).isFalse();
    assertThat(catalogue.reviews().list(Set.of(), 0, 10)).isEmpty();
    assertThat(all()).allMatch(each -> each.maneuver().review() == null);
    assertThat(changes(0)).hasSize(7);
  }

  @Test
  void nothingUnknownIsReviewed() {
    assertThat(judge(1, Verdict.BURN)).isEmpty();
    assertThat(catalogue.reviews().takeBack(1, NOW)).isFalse();
    assertThat(
            catalogue
                .reviews()
                .judgeStretch(OBJECT, new Judgment(Verdict.BURN, NOW, NOW, null, null), NOW))
        .isEmpty();
  }

  @Test
  void verdictsAndSearchesAtATimeLoseNothing() throws Exception {
    search(burn(3));

    inParallel(
        2,
        thread -> {
          for (int i = 0; i < 20; i++) {
            if (thread == 0) {
              judge(1, i % 2 == 0 ? Verdict.BURN : Verdict.UNSURE);
            } else {
              store(OBJECT, NEWEST.minus(Duration.ofDays(500)).plusSeconds(100 + i));
              // A claim leaves out what a verdict locks.
              List<DueObject> claimed = due.claim(10, NOW);
              for (int tries = 0; claimed.isEmpty() && tries < 10_000; tries++) {
                Thread.sleep(1);
                claimed = due.claim(10, NOW);
              }
              finish(only(claimed), burn(3, i % 2 == 0 ? 0.9 : 0.6));
            }
          }
        });

    KeptManeuver last = only(all()).maneuver();
    assertThat(Objects.requireNonNull(last.review()).verdict()).isEqualTo(Verdict.UNSURE);
    assertThat(catalogue.maneuvers().revisions(1)).hasSize(last.revision());
    assertThat(changes(0)).hasSize(last.revision());
  }

  private Optional<ListedManeuver> judge(long id, Verdict verdict) {
    return catalogue.reviews().judge(id, new Judgment(verdict, null, null, null, null), NOW);
  }

  @Test
  void failedSearchLeavesTheManeuversAlone() {
    search(burn(3));
    store(OBJECT, NEWEST.plusSeconds(1));

    due.finish(
        List.of(new Searched(only(due.claim(10, NOW)), null, Reason.ELEMENTS, null, null, null)));

    assertThat(only(all()).maneuver().withdrawn()).isFalse();
    assertThat(due.claim(10, NOW)).isEmpty();
  }

  @Test
  void feedHasWhatAQueryWants() {
    search(burn(3, 0.9), burn(9, 0.6), burn(40, 0.9));

    assertThat(changes(new ChangeQuery(0, Set.of(), null, Kind.LISTED, Set.of(), 0.7, false, 10)))
        .hasSize(1);
    assertThat(changes(new ChangeQuery(0, Set.of(), null, Kind.LISTED, Set.of(), null, true, 10)))
        .hasSize(3);
    assertThat(
            changes(
                new ChangeQuery(
                    0, Set.of(OBJECT + 1), null, Kind.LISTED, Set.of(), null, true, 10)))
        .isEmpty();
    assertThat(
            changes(
                new ChangeQuery(
                    0, Set.of(OBJECT), null, Kind.LISTED, Set.of(Type.WITHDRAWN), null, true, 10)))
        .isEmpty();
    assertThat(
            changes(
                new ChangeQuery(
                    0, Set.of(), null, EnumSet.of(Kind.ANOMALY), Set.of(), null, true, 10)))
        .isEmpty();
  }

  @Test
  void whoKnowsABurnIsToldThatItIsAChangeOfDrag() {
    search(burn(3));
    Maneuver burn = only(all()).maneuver().figures();
    search(of(Kind.DRAG_CHANGE, burn));
    search(of(Kind.DRAG_CHANGE, burn(4)));

    List<Change> told = changes(0);

    assertThat(told.get(0).type()).isEqualTo(Type.REPORTED);
    assertThat(told.get(1).type()).isEqualTo(Type.UPDATED);
    assertThat(Objects.requireNonNull(told.get(1).maneuver()).maneuver().figures().kind())
        .isEqualTo(Kind.DRAG_CHANGE);
    assertThat(catalogue.object(OBJECT).orElseThrow().maneuversLast30Days()).isZero();
  }

  private static Maneuver of(Kind kind, Maneuver other) {
    return new Maneuver(
        other.epoch(),
        other.earliest(),
        other.latest(),
        other.confidence(),
        other.status(),
        other.elementSetsSince(),
        kind,
        1,
        Maneuver.Type.UNKNOWN,
        null,
        null,
        null);
  }

  @Test
  void listsAndFeedAreLimitedToAWatchList() {
    search(burn(3), burn(9), burn(15));
    long last = catalogue.maneuvers().newestChange();
    Instant at = NOW;
    catalogue
        .watchLists()
        .put(new WatchList("other", new TreeSet<>(Set.of(OBJECT + 1)), Set.of(), null, at), 9);
    catalogue
        .watchLists()
        .put(new WatchList("mine", new TreeSet<>(Set.of(OBJECT)), Set.of(), null, at), 9);

    assertThat(watched("other")).isEmpty();
    assertThat(watched("mine")).hasSize(3);
    assertThat(
            changes(new ChangeQuery(0, Set.of(), "other", Kind.LISTED, Set.of(), null, true, 10)))
        .isEmpty();
    assertThat(changes(new ChangeQuery(0, Set.of(), "mine", Kind.LISTED, Set.of(), null, true, 10)))
        .hasSize((int) last);
  }

  private List<ListedManeuver> watched(String watchlist) {
    List<ListedManeuver> found = new ArrayList<>();
    ManeuverQuery query =
        new ManeuverQuery(
            Set.of(),
            Set.of(),
            watchlist,
            Kind.LISTED,
            EnumSet.allOf(KeptStatus.class),
            null,
            null,
            null,
            null,
            Order.NEWEST_EPOCH,
            2,
            null);
    while (true) {
      ManeuverQuery.Page page = catalogue.maneuvers().list(query);
      found.addAll(page.maneuvers());
      if (page.next() == null) {
        return found;
      }
      query = query.from(page.next());
    }
  }

  @Test
  void feedIsReadInPagesAndSaysHowFar() {
    search(burn(1), burn(4), burn(7), burn(40));

    ChangeQuery.Page first = catalogue.maneuvers().changes(query(0, 2));
    ChangeQuery.Page second = catalogue.maneuvers().changes(query(first.last(), 2));

    assertThat(first.last()).isEqualTo(2);
    assertThat(second.changes()).hasSize(1);
    // Also past the change that was not wanted.
    assertThat(second.last()).isEqualTo(4);
    assertThat(catalogue.maneuvers().changes(query(4, 2)))
        .isEqualTo(new ChangeQuery.Page(List.of(), 4));
  }

  @Test
  void numberBeyondTheNewestIsRefused() {
    search(burn(1));

    assertThatExceptionOfType(UnknownSequenceException.class)
        .isThrownBy(() -> changes(2))
        .satisfies(e -> assertThat(e.newest()).isOne());
  }

  @Test
  void changesThatWereDroppedAreGone() {
    search(burn(1), burn(4));
    assertThat(catalogue.maneuvers().dropChanges(NOW)).isZero();
    assertThat(catalogue.maneuvers().dropChanges(NOW.plusSeconds(1))).isEqualTo(2);
    search(burn(1));

    assertThatExceptionOfType(ChangesGoneException.class)
        .isThrownBy(() -> changes(1))
        .satisfies(e -> assertThat(e.oldest()).isEqualTo(2));
    // All that is kept.
    assertThat(changes(0)).extracting(Change::seq).containsExactly(3L);
    assertThat(changes(2)).hasSize(1);
    assertThat(catalogue.maneuvers().revisions(1)).isNotEmpty();
  }

  /** Writers on several threads tell changes while a reader follows. */
  @Test
  void readerNeverMissesAChange() throws Exception {
    int objects = 60;
    store(IntStream.range(0, objects).map(i -> OBJECT + i).toArray());
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());

    inParallel(
        4,
        thread -> {
          if (thread == 0) {
            long after = 0;
            while (seen.size() < 2 * objects) {
              ChangeQuery.Page page = catalogue.maneuvers().changes(query(after, 1_000));
              page.changes().forEach(each -> seen.add(each.seq()));
              after = page.last();
            }
            return;
          }
          // Claims leave out what others lock: as long as something is left, someone gets it.
          while (seen.size() < 2 * objects) {
            for (DueObject each : due.claim(3, NOW)) {
              finish(each, burn(2), burn(8));
            }
          }
        });

    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 2L * objects).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void pagesHaveEveryManeuverOnceInTheirOrder(Order order) {
    store(OBJECT, OBJECT + 1, OBJECT + 2);
    for (DueObject each : due.claim(10, NOW)) {
      // Equal epochs and times of update.
      finish(each, burn(2), burn(5), burn(11));
    }

    List<ListedManeuver> found = new ArrayList<>();
    Place place = null;
    int pages = 0;
    do {
      Page page = catalogue.maneuvers().list(list(order, 2).from(place));
      found.addAll(page.maneuvers());
      place = page.next();
      pages++;
    } while (place != null);

    assertThat(pages).isEqualTo(5);
    assertThat(found).doesNotHaveDuplicates().hasSize(9);
    assertThat(catalogue.maneuvers().list(list(order, 9))).isEqualTo(new Page(found, null));
    List<Instant> epochs =
        found.stream().map(each -> each.maneuver().figures().epoch()).distinct().toList();
    switch (order) {
      case NEWEST_EPOCH -> assertThat(epochs).isSortedAccordingTo(Collections.reverseOrder());
      case OLDEST_EPOCH -> assertThat(epochs).isSorted();
      case LATEST_UPDATE ->
          assertThat(found.stream().map(each -> each.maneuver().id()))
              .isSortedAccordingTo(Collections.reverseOrder());
      case OBJECT -> assertThat(found.stream().map(each -> each.maneuver().noradId())).isSorted();
    }
  }

  @Test
  void listHasWhatItsFiltersWant() {
    search(burn(2, 0.9), burn(5, 0.6), burn(11, 0.95));
    search(burn(2, 0.9), burn(5, 0.6));
    Instant between = NEWEST.minus(Duration.ofDays(4));

    assertThat(all()).hasSize(3);
    assertThat(listed(EnumSet.of(KeptStatus.PROVISIONAL), null, null, null, null)).hasSize(2);
    assertThat(listed(EnumSet.of(KeptStatus.WITHDRAWN), null, null, null, null)).hasSize(1);
    assertThat(listed(EnumSet.allOf(KeptStatus.class), 0.8, null, null, null)).hasSize(2);
    assertThat(listed(EnumSet.allOf(KeptStatus.class), null, between, null, null)).hasSize(1);
    assertThat(listed(EnumSet.allOf(KeptStatus.class), null, null, between, null)).hasSize(2);
    assertThat(listed(EnumSet.allOf(KeptStatus.class), null, null, null, NOW)).hasSize(3);
    assertThat(listed(EnumSet.allOf(KeptStatus.class), null, null, null, NOW.plusSeconds(1)))
        .isEmpty();
    assertThat(
            catalogue
                .maneuvers()
                .list(
                    new ManeuverQuery(
                        Set.of(OBJECT),
                        Set.of(OrbitRegime.GEO),
                        null,
                        Kind.LISTED,
                        EnumSet.allOf(KeptStatus.class),
                        null,
                        null,
                        null,
                        null,
                        Order.NEWEST_EPOCH,
                        10,
                        null))
                .maneuvers())
        .isEmpty();
  }

  private List<ListedManeuver> listed(
      Set<KeptStatus> statuses,
      @Nullable Double minConfidence,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Instant updatedSince) {
    return catalogue
        .maneuvers()
        .list(
            new ManeuverQuery(
                Set.of(),
                Set.of(),
                null,
                Kind.LISTED,
                statuses,
                minConfidence,
                from,
                to,
                updatedSince,
                Order.NEWEST_EPOCH,
                100,
                null))
        .maneuvers();
  }

  private ManeuverQuery list(Order order, int limit) {
    return new ManeuverQuery(
        Set.of(),
        Set.of(),
        null,
        Kind.LISTED,
        EnumSet.allOf(KeptStatus.class),
        null,
        null,
        null,
        null,
        order,
        limit,
        null);
  }

  private List<ListedManeuver> all() {
    return catalogue.maneuvers().list(list(Order.NEWEST_EPOCH, 1_000)).maneuvers();
  }

  private static ChangeQuery query(long after, int limit) {
    return new ChangeQuery(after, Set.of(), null, Kind.LISTED, Set.of(), null, false, limit);
  }

  private List<Change> changes(long after) {
    return changes(query(after, 1_000));
  }

  private List<Change> changes(ChangeQuery query) {
    return catalogue.maneuvers().changes(query).changes();
  }

  private void store(int... noradIds) {
    catalogue.store(
        IntStream.of(noradIds)
            .mapToObj(each -> PublishedTexts.of(each, NEWEST.toString(), "1.5", 1, null))
            .toList(),
        "upload");
  }

  private void store(int noradId, Instant... epochs) {
    catalogue.store(
        List.of(epochs).stream()
            .map(each -> PublishedTexts.of(noradId, each.toString(), "1.5", 1, null))
            .toList(),
        "upload");
  }

  private int next;

  /** A search of the object that finds some maneuvers; number of changes. */
  private int search(Maneuver... findings) {
    // Without effect on the maneuvers: it is older than all of them.
    store(OBJECT, next == 0 ? NEWEST : NEWEST.minus(Duration.ofDays(500)).plusSeconds(next));
    next++;
    return finish(only(due.claim(10, NOW)), findings);
  }

  private int finish(DueObject object, Maneuver... findings) {
    return due.finish(
        List.of(
            new Searched(
                object,
                search(object.noradId(), MODEL, findings),
                Reason.ELEMENTS,
                ORIGIN,
                0.25,
                null)));
  }

  private static Search search(int noradId, ModelVersion model, Maneuver... findings) {
    return new Search(
        noradId,
        NEWEST.minus(Duration.ofDays(60)),
        null,
        List.of(findings),
        0.5,
        NEWEST,
        model,
        NOW);
  }

  private static Maneuver burn(int daysBefore) {
    return burn(daysBefore, 0.8);
  }

  private static Maneuver burn(int daysBefore, @Nullable Double confidence) {
    Instant epoch = NEWEST.minus(Duration.ofDays(daysBefore));
    return new Maneuver(
        epoch,
        epoch.minusSeconds(7_200),
        epoch.plusSeconds(7_200),
        confidence == null ? 0.7 : confidence,
        Status.PROVISIONAL,
        3,
        Kind.BURN,
        1,
        Maneuver.Type.UNKNOWN,
        null,
        null,
        null);
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  private interface Work {
    void run(int thread) throws Exception;
  }

  private static void inParallel(int threads, Work work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<@Nullable Void>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        tasks.add(
            () -> {
              work.run(thread);
              return null;
            });
      }
      for (Future<?> each : executor.invokeAll(tasks)) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
