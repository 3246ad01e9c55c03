package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.detection.ObjectReport.ObjectNote;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.ReentryHistory;
import space.maneuver.testing.Sgp4History;
import space.maneuver.testing.StepBundles;

class DetectorTest {

  private static final ManeuverModel FINDER = ManeuverModel.start(DailyBundles.jumpFinder());
  private static final ManeuverModel RANDOM = ManeuverModel.start(DailyBundles.random(7));

  @AfterAll
  static void close() {
    FINDER.close();
    RANDOM.close();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0, IN_TRACK", "-0.5, 0, IN_TRACK", "0.5, 5, CROSS_TRACK"})
  void burnIsFoundWithItsTimeDirectionAndSize(double along, double cross, Type type) {
    Sgp4History history = Sgp4History.noisy(Sgp4History.LOW).burn(40.3, 0, along, cross);

    ObjectReport report = find(history.every(1, 90));

    assertThat(report.maneuvers()).hasSize(1);
    Maneuver maneuver = report.maneuvers().get(0);
    double epoch = maneuver.epoch().toEpochMilli() / 86_400_000.0;
    assertThat(epoch).isCloseTo(history.time(40.3), within(1.0));
    assertThat(maneuver.type()).isEqualTo(type);
    DeltaV deltaV = Objects.requireNonNull(maneuver.deltaV());
    assertThat(deltaV.total()).isCloseTo(Math.hypot(along, cross), withinPercentage(5));
    assertThat(deltaV.alongTrack()).isCloseTo(along, within(0.03));
    assertThat(maneuver.status()).isEqualTo(Status.CONFIRMED);
    assertThat(maneuver.confidence()).isGreaterThan(0.9);
  }

  @Test
  void reportNamesTheObject() {
    ObjectReport report = find(new KeplerHistory(1).days(40));

    assertThat(report.noradId()).isEqualTo(ElementSetBuilder.NORAD_ID);
    assertThat(report.name()).isEqualTo("TEST");
    assertThat(report.regime()).isEqualTo(OrbitRegime.LEO);
    assertThat(report.elementSets()).isEqualTo(40);
  }

  @Test
  void twoBurnsOfOneMonthAreBothFoundInOrderOfTime() {
    ObjectReport report =
        find(new KeplerHistory(2).burn(48.2, -0.2, 0).burn(40.2, 0.9, 0).days(90));

    assertThat(report.maneuvers()).hasSize(2);
    assertThat(report.maneuvers().get(0).epoch())
        .isCloseTo(KeplerHistory.instant(40.2), within(3, ChronoUnit.DAYS));
    assertThat(report.maneuvers().get(1).epoch())
        .isCloseTo(KeplerHistory.instant(48.2), within(3, ChronoUnit.DAYS));
  }

  @Test
  void quietHistoryHasNone() {
    assertThat(find(new KeplerHistory(3).days(200)).maneuvers()).isEmpty();
  }

  @Test
  void everyCandidateIsConsistentWhateverTheNetworkSays() {
    History history = new KeplerHistory(4).burn(60, 1, 0).days(300, day -> day % 11 != 3);

    List<Maneuver> maneuvers = candidates(history);

    assertThat(maneuvers)
        .hasSizeGreaterThan(5)
        .isSortedAccordingTo(Comparator.comparing(Maneuver::epoch));
    for (Maneuver each : maneuvers) {
      assertThat(each.confidence()).isGreaterThan(0).isLessThan(1);
      assertThat(each.epoch()).isBetween(each.earliest(), each.latest());
      assertThat(each.latest()).isBeforeOrEqualTo(history.last().epoch());
      assertThat(each.elementSetsSince())
          .isEqualTo(
              (int)
                  history.elements().stream().filter(e -> e.epoch().isAfter(each.epoch())).count());
      assertThat(each.status() == Status.PROVISIONAL)
          .isEqualTo(each.elementSetsSince() < 5 || each.confidence() < 0.5);
      assertThat(each.type() == Type.UNKNOWN).isEqualTo(each.deltaV() == null);
    }
  }

  @Test
  void leastConfidenceOnlyLeavesOut() {
    History history = new KeplerHistory(6).burn(60, 1, 0).days(300);
    Detector detector = new Detector(RANDOM, SolarFlux.NONE);

    List<Maneuver> all = detector.detect(history, 0.0).maneuvers();
    double middle =
        all.stream().mapToDouble(Maneuver::confidence).sorted().toArray()[all.size() / 2];
    List<Maneuver> some = detector.detect(history, middle).maneuvers();
    List<Maneuver> usual = detector.detect(history, null).maneuvers();

    assertThat(some).containsExactlyElementsOf(atLeast(all, middle)).hasSizeLessThan(all.size());
    assertThat(usual).containsExactlyElementsOf(atLeast(all, 0.5));
    assertThat(detector.detect(history, 1.0).maneuvers()).isEmpty();
  }

  private static List<Maneuver> atLeast(List<Maneuver> all, double least) {
    return all.stream().filter(each -> each.confidence() >= least).toList();
  }

  @Test
  void longGapSplitsTheHistory() {
    // The orbit changes while nobody looks, and once in each part.
    History history =
        new KeplerHistory(7)
            .burn(20.3, 0.4, 0)
            .burn(60, 3, 0)
            .burn(110.3, 0.6, 0)
            .days(140, day -> day < 40 || day >= 80);

    ObjectReport report = find(history);

    assertThat(report.elementSets()).isEqualTo(100);
    assertThat(report.maneuvers()).hasSize(2);
    assertThat(report.maneuvers().get(0).epoch())
        .isCloseTo(KeplerHistory.instant(20.3), within(3, ChronoUnit.DAYS));
    assertThat(report.maneuvers().get(1).epoch())
        .isCloseTo(KeplerHistory.instant(110.3), within(3, ChronoUnit.DAYS));
    assertThat(report.windows()).hasSize(11 + 31);
    assertThat(report.windows())
        .noneMatch(
            window ->
                window.start().isBefore(KeplerHistory.instant(80))
                    && window.end().isAfter(KeplerHistory.instant(40)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void tooFewElementSetsAreAnErrorThatSaysHowManyAreNeeded(int days) {
    ObjectReport report = find(new KeplerHistory(8).burn(2, 5, 0).days(days));

    assertThat(report.elementSets()).isEqualTo(days);
    assertThat(report.maneuvers()).isEmpty();
    assertThat(report.windows()).isEmpty();
    ObjectError error = Objects.requireNonNull(report.error());
    assertThat(error.code()).isEqualTo(ObjectError.Code.TOO_FEW_ELEMENT_SETS);
    assertThat(error.reason())
        .startsWith(days == 1 ? "1 element set is too few" : "4 element sets are too few")
        .contains("at least 5 days", "no gap of more than 30 days");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false"})
  void modelWithAStepPerElementSetNeedsThreeElementSets(int days, boolean few) {
    try (ManeuverModel steps = ManeuverModel.start(StepBundles.random(1))) {
      ObjectReport report =
          new Detector(steps, SolarFlux.NONE).detect(new KeplerHistory(8).days(days), null);

      assertThat(report.error() != null).isEqualTo(few);
      if (report.error() != null) {
        assertThat(report.error().reason()).contains("at least 3 element sets on at least 2 days");
      }
    }
  }

  @Test
  void elementSetsOfOneDayAreTooFewHoweverManyTheyAre() {
    List<ElementSet> hours =
        IntStream.range(0, 6)
            .mapToObj(hour -> ElementSetBuilder.at("2020-01-01T1" + hour + ":00:00Z").build())
            .toList();
    try (ManeuverModel steps = ManeuverModel.start(StepBundles.random(1))) {
      ObjectReport report = new Detector(steps, SolarFlux.NONE).detect(History.of(hours), null);

      assertThat(Objects.requireNonNull(report.error()).code())
          .isEqualTo(ObjectError.Code.TOO_FEW_ELEMENT_SETS);
    }
  }

  @Test
  void arcLongEnoughIsSearchedBesideOneThatIsNot() {
    assertThat(find(new KeplerHistory(8).days(80, day -> day < 2 || day >= 40)).error()).isNull();
  }

  @Test
  void changeThatNoSpacecraftCanDoIsANoteAndNoManeuver() {
    List<ElementSet> elements =
        new ArrayList<>(new KeplerHistory(1).burn(50.3, 2, 0).days(75).elements());
    for (int k = 50; k < elements.size(); k++) {
      elements.set(k, ElementSetBuilder.of(elements.get(k)).plus(0, 0, 0, 1, 0).build());
    }

    ObjectReport report = find(History.of(elements));

    assertThat(report.error()).isNull();
    assertThat(report.maneuvers()).isEmpty();
    assertThat(report.notes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.code()).isEqualTo(ObjectNote.Code.IMPLAUSIBLE_DELTA_V);
              assertThat(note.reason()).contains("2020-02-2", "m/s", "different objects");
            });
  }

  @Test
  void largeManeuverOfASpacecraftIsListed() {
    ObjectReport report = find(new KeplerHistory(1).burn(50.3, 2, 1000).days(75));

    assertThat(Objects.requireNonNull(only(report).deltaV()).total())
        .isCloseTo(1000, withinPercentage(5));
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void historyShorterThanAWindowIsSearchedToo() {
    ObjectReport report = find(new KeplerHistory(9).burn(15.3, 0.5, 0).days(20));

    assertThat(report.maneuvers()).hasSize(1);
    assertThat(report.windows()).isEmpty();
  }

  @Test
  void burnNearTheEndIsProvisionalUntilElementSetsFollow() {
    KeplerHistory burnt = new KeplerHistory(10).burn(60.3, 0.5, 0);
    List<ElementSet> elements = burnt.days(120).elements();

    Maneuver early = only(find(History.of(elements.subList(0, 62))));
    Maneuver late = only(find(History.of(elements.subList(0, 70))));

    assertThat(early.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(early.latest()).isBeforeOrEqualTo(elements.get(61).epoch());
    assertThat(early.elementSetsSince()).isLessThan(5);
    assertThat(late.status()).isEqualTo(Status.CONFIRMED);
    assertThat(late.elementSetsSince()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void elementSetsAfterALongGapConfirmToo() {
    KeplerHistory burnt = new KeplerHistory(10).burn(60.3, 0.5, 0);

    ObjectReport report = find(burnt.days(120, day -> day < 62 || day > 100));

    assertThat(only(report).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void windowsAreThoseOfAScan() {
    History history = new KeplerHistory(11).burn(40, 1, 0).days(70, day -> day % 7 != 2);

    List<WindowProbability> scanned =
        new WindowPredictor(RANDOM).scan(history, 30, 1, SolarFlux.NONE, WindowContext.WINDOW);
    List<WindowProbability> reported =
        new Detector(RANDOM, SolarFlux.NONE).detect(history, null).windows();

    assertThat(reported).hasSize(41);
    for (int i = 0; i < scanned.size(); i++) {
      assertThat(reported.get(i).start()).isEqualTo(scanned.get(i).start());
      assertThat(reported.get(i).end()).isEqualTo(scanned.get(i).end());
      assertThat(reported.get(i).probability())
          .isCloseTo(scanned.get(i).probability(), within(1e-5));
    }
  }

  @Test
  void objectAboutToComeDownIsSearchedLikeAnyOther() {
    ObjectReport report = find(ReentryHistory.history());

    assertThat(only(report).epoch())
        .isCloseTo(Instant.parse("2020-02-10T19:12:00Z"), within(1, ChronoUnit.DAYS));
  }

  private static Maneuver only(ObjectReport report) {
    assertThat(report.maneuvers()).hasSize(1);
    return report.maneuvers().get(0);
  }

  private static ObjectReport find(History history) {
    return new Detector(FINDER, SolarFlux.NONE).detect(history, null);
  }

  private static List<Maneuver> candidates(History history) {
    return new Detector(RANDOM, SolarFlux.NONE).detect(history, 0.0).maneuvers();
  }
}
