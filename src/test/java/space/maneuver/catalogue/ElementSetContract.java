package space.maneuver.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.catalogue.Catalogue.StoredBatch;
import space.maneuver.catalogue.DueObjects.Backlog;
import space.maneuver.catalogue.KeptWatchLists.UnknownWatchListException;
import space.maneuver.catalogue.KeptWatchLists.WatchList;
import space.maneuver.catalogue.ObjectQuery.Order;
import space.maneuver.catalogue.ObjectQuery.Position;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.PublishedTexts;

/** What holds for element sets in either database. */
abstract class ElementSetContract {

  private static final String DAY = "2026-03-01T00:00:00Z";
  private static final String NEXT_DAY = "2026-03-02T00:00:00Z";
  private static final int OBJECT = 70_001;

  private Catalogue catalogue;

  /** Settings of an empty database. */
  abstract StoreSettings settings() throws Exception;

  @BeforeEach
  void open() throws Exception {
    catalogue = CatalogueWait.open(settings());
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void countsWhatIsNewAndWhatIsKnown() {
    PublishedElementSet first = PublishedTexts.of(OBJECT, DAY, "1.5", 1, null);
    PublishedElementSet second = PublishedTexts.of(OBJECT, NEXT_DAY, "2.5", 2, null);
    PublishedElementSet other = PublishedTexts.of(OBJECT + 1, DAY, "1.5", 1, null);

    assertThat(catalogue.store(List.of(first, other), "upload"))
        .isEqualTo(new StoredBatch(2, 0, Set.of(OBJECT, OBJECT + 1)));
    assertThat(catalogue.store(List.of(second, first, second), "upload"))
        .isEqualTo(new StoredBatch(1, 2, Set.of(OBJECT)));
    assertThat(published(OBJECT)).containsExactly(first, second);
  }

  @Test
  void oldElementSetsOfSearchedObjectsAreDropped() {
    Instant newest = Instant.parse(DAY);
    for (int object : List.of(OBJECT, OBJECT + 1)) {
      for (int days : List.of(400, 301, 299, 0)) {
        String epoch = newest.minus(Duration.ofDays(days)).toString();
        catalogue.store(
            List.of(
                PublishedTexts.of(object, epoch, "1", 1, null),
                PublishedTexts.of(object, epoch, "2", 2, null)),
            "upload");
      }
    }
    Duration kept = Duration.ofDays(300);
    assertThat(catalogue.dropElementSets(kept)).isZero();
    DueObject searched = catalogue.dueObjects().claim(1, newest).get(0);
    catalogue
        .dueObjects()
        .finish(List.of(new Searched(searched, null, Reason.ELEMENTS, null, null, null)));

    assertThat(catalogue.dropElementSets(kept)).isOne();
    assertThat(catalogue.dropElementSets(kept)).isZero();

    assertThat(published(OBJECT)).hasSize(2);
    CatalogueObject left = catalogue.object(OBJECT).orElseThrow();
    assertThat(left.elementSets()).isEqualTo(2);
    assertThat(left.firstEpoch()).isEqualTo(newest.minus(Duration.ofDays(299)));
    assertThat(published(OBJECT + 1)).hasSize(4);
  }

  @Test
  void backlogCountsObjectsThatAreDue() {
    assertThat(catalogue.dueObjects().backlog()).isEqualTo(new Backlog(0, null));

    catalogue.store(
        List.of(
            PublishedTexts.of(OBJECT, DAY, "1", 1, null),
            PublishedTexts.of(OBJECT + 1, DAY, "1", 1, null)),
        "upload");

    assertThat(catalogue.dueObjects().backlog().objects()).isEqualTo(2);
    assertThat(catalogue.dueObjects().backlog().oldest()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void contentInAnotherFormatIsKnown() {
    catalogue.store(PublishedTexts.read(PublishedElementSets.STATION), "upload");
    for (String text :
        List.of(
            PublishedElementSets.STATION_JSON,
            PublishedElementSets.STATION_JSON_OF_STRINGS,
            PublishedElementSets.STATION_CSV,
            PublishedElementSets.STATION_XML,
            PublishedElementSets.STATION_KVN)) {
      assertThat(catalogue.store(PublishedTexts.read(text), "upload").duplicates()).isOne();
    }
  }

  @Test
  void latestCreationDateCountsInWhateverOrder() {
    List<PublishedElementSet> versions =
        new ArrayList<>(
            List.of(
                PublishedTexts.of(OBJECT, DAY, "1", 9, null),
                PublishedTexts.of(OBJECT, DAY, "2", 8, "2026-03-01T01:00:00Z"),
                PublishedTexts.of(OBJECT, DAY, "3", 7, "2026-03-01T03:00:00Z"),
                PublishedTexts.of(OBJECT, DAY, "4", 6, "2026-03-01T02:00:00Z")));
    PublishedElementSet latest = versions.get(2);
    Collections.shuffle(versions, new Random(4));

    versions.forEach(each -> catalogue.store(List.of(each), "upload"));

    assertThat(published(OBJECT)).containsExactly(latest);
    assertThat(catalogue.store(versions, "upload").duplicates()).isEqualTo(4);
  }

  @Test
  void highestElementNumberCountsWithoutCreationDates() {
    PublishedElementSet higher = PublishedTexts.of(OBJECT, DAY, "1", 5, null);
    PublishedElementSet lower = PublishedTexts.of(OBJECT, DAY, "2", 4, null);

    catalogue.store(List.of(higher), "upload");
    assertThat(catalogue.store(List.of(lower), "upload").accepted()).isOne();

    assertThat(published(OBJECT)).containsExactly(higher);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lastToArriveFirstCountsElse(boolean together) {
    PublishedElementSet first = PublishedTexts.of(OBJECT, DAY, "1", 5, null);
    PublishedElementSet second = PublishedTexts.of(OBJECT, DAY, "2", 5, null);

    if (together) {
      catalogue.store(List.of(first, second, first), "upload");
    } else {
      catalogue.store(List.of(first), "upload");
      catalogue.store(List.of(second), "upload");
      catalogue.store(List.of(first), "upload");
    }

    assertThat(published(OBJECT)).containsExactly(second);
  }

  @Test
  void readsRangesAndTheNewest() {
    List<PublishedElementSet> days = new ArrayList<>();
    for (int day = 10; day < 30; day++) {
      days.add(PublishedTexts.of(OBJECT, "2026-03-" + day + "T00:00:00Z", "1", 1, null));
    }
    List<PublishedElementSet> shuffled = new ArrayList<>(days);
    Collections.shuffle(shuffled, new Random(4));
    catalogue.store(shuffled, "upload");
    Instant from = days.get(3).epoch();
    Instant to = days.get(7).epoch();

    assertThat(catalogue.elementSets(OBJECT, from, to, 100))
        .extracting(KeptElementSet::published)
        .containsExactlyElementsOf(days.subList(3, 7));
    assertThat(catalogue.elementSets(OBJECT, from, to, 2)).hasSize(2);
    assertThat(catalogue.newest(OBJECT, null, 5))
        .extracting(KeptElementSet::published)
        .containsExactlyElementsOf(days.subList(15, 20));
    assertThat(catalogue.newest(OBJECT, to, 2))
        .extracting(KeptElementSet::published)
        .containsExactlyElementsOf(days.subList(5, 7));
    assertThat(catalogue.elementSets(OBJECT + 1, Instant.MIN, Instant.MAX, 100)).isEmpty();
  }

  @Test
  void keepsEveryField() {
    PublishedElementSet full =
        PublishedTexts.read(
                """
                {"OBJECT_NAME":"ΔOUBLE \\"Q\\"","OBJECT_ID":"2020-001ABC","OBJECT_TYPE":"TBA",
                 "EPOCH":"2026-02-03T04:05:06.789013","MEAN_MOTION":"15.0594929212",
                 "ECCENTRICITY":"0.00116400","INCLINATION":97.48000000001,
                 "RA_OF_ASC_NODE":"0","ARG_OF_PERICENTER":360.0,"MEAN_ANOMALY":"1E-7",
                 "BSTAR":-1.16060e-12,"MEAN_MOTION_DOT":"0.12345678901234567890123",
                 "MEAN_MOTION_DDOT":"-0.00","EPHEMERIS_TYPE":2,"CLASSIFICATION_TYPE":"C",
                 "NORAD_CAT_ID":799500001,"ELEMENT_SET_NO":10999,"REV_AT_EPOCH":123456,
                 "CREATION_DATE":"2026-02-02T23:59:59.000001","ORIGINATOR":"18 SPCS"}
                """)
            .get(0);

    catalogue.store(List.of(full), "space-track");

    assertThat(catalogue.newest(full.noradId(), null, 1))
        .containsExactly(new KeptElementSet(full, "space-track"));
  }

  @ParameterizedTest
  @EnumSource
  void unchangedObjectIsOnExactlyOnePageWhileOthersChange(Order order) {
    for (int i = 0; i < 20; i++) {
      String epoch = String.format("2026-03-%02dT00:00:00Z", 1 + i % 7);
      catalogue.store(List.of(PublishedTexts.of(OBJECT + i, epoch, "1", 1, null)), "upload");
    }
    ObjectQuery query = new ObjectQuery(null, Set.of(), null, order);
    List<Integer> seen = new ArrayList<>();
    Position after = null;
    int pages = 0;
    do {
      ObjectQuery.Page page = catalogue.objects(query, after, 3);
      page.objects().forEach(each -> seen.add(each.noradId()));
      after = page.next();
      // Objects with odd numbers move to the other end, vanish and come.
      int odd = OBJECT + 2 * (pages % 10);
      String later = String.format("2026-04-%02dT00:00:00Z", 1 + pages);
      catalogue.store(List.of(PublishedTexts.of(odd, later, "1", 1, null)), "upload");
      catalogue.store(List.of(PublishedTexts.of(odd + 100, DAY, "1", 1, null)), "upload");
      catalogue.delete(odd + 4);
      pages++;
    } while (after != null);

    assertThat(seen)
        .filteredOn(number -> number % 2 == 0)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 10).mapToObj(i -> OBJECT + 1 + 2 * i).toList());
  }

  @Test
  void watchListsAreReplacedLimitedAndRemoved() {
    KeptWatchLists lists = catalogue.watchLists();
    Instant now = Instant.parse(DAY);
    WatchList first = new WatchList("b", new TreeSet<>(Set.of(OBJECT)), Set.of(), null, now);
    WatchList second = new WatchList("a", new TreeSet<>(), Set.of(OrbitRegime.GEO), "x%", now);

    assertThat(lists.put(first, 2)).contains(true);
    assertThat(lists.put(second, 2)).contains(true);
    assertThat(lists.put(second, 2)).contains(false);
    assertThat(lists.put(new WatchList("c", new TreeSet<>(), Set.of(), "x", now), 2)).isEmpty();
    assertThat(lists.all()).containsExactly(second, first);
    assertThat(lists.delete("b")).isTrue();
    assertThat(lists.delete("b")).isFalse();
    assertThat(lists.find("b")).isEmpty();
  }

  @Test
  void objectsOfAWatchListAreFound() {
    catalogue.store(List.of(PublishedTexts.of(OBJECT, DAY, "1", 1, null)), "upload");
    catalogue.store(List.of(PublishedTexts.of(OBJECT + 1, DAY, "1", 1, null)), "upload");
    OrbitRegime regime = catalogue.object(OBJECT).orElseThrow().regime();
    Set<OrbitRegime> others = EnumSet.complementOf(EnumSet.of(regime));

    assertThat(watched(Set.of(OBJECT + 1), Set.of(), null)).containsExactly(OBJECT + 1);
    assertThat(watched(Set.of(), Set.of(regime), null)).containsExactly(OBJECT, OBJECT + 1);
    assertThat(watched(Set.of(), others, null)).isEmpty();
    assertThat(watched(Set.of(), others, Integer.toString(OBJECT))).containsExactly(OBJECT);
    assertThat(watched(Set.of(OBJECT + 1), others, Integer.toString(OBJECT)))
        .containsExactly(OBJECT, OBJECT + 1);
    assertThatThrownBy(
            () -> catalogue.objects(new ObjectQuery(null, Set.of(), "none", Order.NAME), null, 5))
        .isInstanceOf(UnknownWatchListException.class);
  }

  private List<Integer> watched(
      Set<Integer> objects, Set<OrbitRegime> regimes, @Nullable String query) {
    catalogue
        .watchLists()
        .put(new WatchList("w", new TreeSet<>(objects), regimes, query, Instant.parse(DAY)), 1);
    return catalogue
        .objects(new ObjectQuery(null, Set.of(), "w", Order.NORAD_ID), null, 10)
        .objects()
        .stream()
        .map(CatalogueObject::noradId)
        .toList();
  }

  @Test
  void changedStretchIsDue() {
    catalogue.store(
        List.of(
            PublishedTexts.of(OBJECT, DAY, "1", 1, null),
            PublishedTexts.of(OBJECT, NEXT_DAY, "1", 1, null)),
        "upload");
    assertThat(due()).containsExactly(Instant.parse(DAY), Instant.parse(NEXT_DAY));

    catalogue.store(
        List.of(PublishedTexts.of(OBJECT, "2026-02-01T00:00:00Z", "1", 1, null)), "upload");

    assertThat(due())
        .containsExactly(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse(NEXT_DAY));
  }

  @Test
  void knownContentMakesNothingDue() {
    List<PublishedElementSet> known = List.of(PublishedTexts.of(OBJECT, DAY, "1", 1, null));
    catalogue.store(known, "upload");
    catalogue.database().write(jdbc -> jdbc.update("update object set due_from = null"));

    catalogue.store(known, "upload");

    assertThat(due()).first().isNull();
  }

  /** First and last epoch of what is due of the object. */
  private List<Instant> due() {
    return catalogue
        .database()
        .read(
            jdbc ->
                jdbc.queryForObject(
                    "select due_from, due_through from object where norad_id = ?",
                    (row, number) ->
                        Arrays.asList(
                            Micros.toInstantOrNull(ObjectStorage.nullable(row, "due_from")),
                            Micros.toInstantOrNull(ObjectStorage.nullable(row, "due_through"))),
                    OBJECT));
  }

  @Test
  void concurrentWritersOfOneObjectLoseNothing() throws Exception {
    List<Callable<StoredBatch>> writers = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      List<PublishedElementSet> batch = new ArrayList<>();
      for (int minute = 0; minute < 50; minute++) {
        String epoch = String.format("2026-03-01T00:%02d:00Z", minute);
        batch.add(PublishedTexts.of(OBJECT + minute % 5, epoch, "1", 1, null));
      }
      Collections.shuffle(batch, new Random(writer));
      writers.add(() -> catalogue.store(batch, "upload"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    int accepted = 0;
    try {
      for (Future<StoredBatch> each : threads.invokeAll(writers)) {
        accepted += each.get().accepted();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(accepted).isEqualTo(50);
    assertThat(published(OBJECT)).hasSize(10);
  }

  private List<PublishedElementSet> published(int noradId) {
    return catalogue.elementSets(noradId, Instant.MIN, Instant.MAX, 1_000).stream()
        .map(KeptElementSet::published)
        .toList();
  }
}
