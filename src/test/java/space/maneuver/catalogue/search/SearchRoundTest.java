package space.maneuver.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.StoreSettings;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.ManeuverQuery;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Order;
import space.maneuver.catalogue.search.SearchRound.Result;
import space.maneuver.detection.Detector;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.orbit.History;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.testing.PublishedTexts;
import space.maneuver.testing.SimulatedTles;

/** Searches of what is due against one of the whole history, with the bundled model. */
class SearchRoundTest {

  private static final Detector DETECTOR = Detector.open("maneuver-lstm");
  private static final int MOST_READ = 400;

  private final List<PublishedElementSet> all = PublishedTexts.read(SimulatedTles.twoYears());

  private final Catalogue catalogue;
  private final SearchRound round;

  SearchRoundTest(@TempDir Path directory) {
    catalogue = Catalogue.open(StoreSettings.embedded(directory.resolve("store")));
    round = new SearchRound(catalogue, Duration.ofDays(90), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @AfterAll
  static void closeDetector() {
    DETECTOR.close();
  }

  @Test
  void updatesReadLittleAndFindWhatASearchOfAllFinds() {
    int known = 0;
    while (epoch(known).isBefore(last().minus(70, ChronoUnit.DAYS))) {
      known++;
    }
    catalogue.store(all.subList(0, known), "test");
    assertThat(round.searchAll(DETECTOR)).extracting(Result::elementSets).isEqualTo(known);
    assertThat(known).isGreaterThan(MOST_READ);

    while (known < all.size()) {
      int next = Math.min(known + 3, all.size());
      catalogue.store(all.subList(known, next), "test");
      Result result = round.searchAll(DETECTOR);
      assertThat(result.objects()).isOne();
      assertThat(result.elementSets()).isLessThanOrEqualTo(MOST_READ);
      known = next;
    }

    assertFoundAsInAll();
  }

  @Test
  void lateElementSetMakesTheStretchAroundItDue() {
    int late = all.size() / 2;
    assertThat(epoch(late)).isBefore(last().minus(90, ChronoUnit.DAYS));
    catalogue.store(all.subList(0, late), "test");
    catalogue.store(all.subList(late + 1, all.size()), "test");
    round.searchAll(DETECTOR);

    catalogue.store(all.subList(late, late + 1), "test");
    Result result = round.searchAll(DETECTOR);

    assertThat(result.objects()).isOne();
    assertThat(result.elementSets()).isBetween(100, MOST_READ);
    assertFoundAsInAll();
    assertThat(round.searchAll(DETECTOR)).isEqualTo(Result.NONE);
  }

  private Instant epoch(int place) {
    return all.get(place).epoch();
  }

  private Instant last() {
    return epoch(all.size() - 1);
  }

  private void assertFoundAsInAll() {
    List<Instant> expected =
        DETECTOR
            .detect(History.of(all.stream().map(PublishedElementSet::toElementSet).toList()))
            .maneuvers()
            .stream()
            .filter(each -> each.status() == Status.CONFIRMED)
            .map(Maneuver::epoch)
            .toList();
    List<Instant> found =
        catalogue
            .maneuvers()
            .list(
                new ManeuverQuery(
                    Set.of(all.get(0).noradId()),
                    Set.of(),
                    null,
                    Kind.LISTED,
                    EnumSet.of(KeptStatus.CONFIRMED),
                    null,
                    null,
                    null,
                    null,
                    Order.OLDEST_EPOCH,
                    1_000,
                    null))
            .maneuvers()
            .stream()
            .map(each -> each.maneuver().figures().epoch())
            .toList();
    assertThat(expected).hasSizeGreaterThan(3);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isCloseTo(expected.get(i), within(1, ChronoUnit.HOURS));
    }
  }
}
