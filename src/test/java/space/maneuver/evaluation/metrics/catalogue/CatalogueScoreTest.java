package space.maneuver.evaluation.metrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.evaluation.metrics.catalogue.PassiveObject.Alarm;
import space.maneuver.evaluation.metrics.catalogue.SatelliteSteps.ScoredStep;
import space.maneuver.evaluation.metrics.catalogue.StepRecall.Satellites;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.math.Interval;
import space.maneuver.math.Rate;
import space.maneuver.math.Share;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.CertainSteps.Kind;
import space.maneuver.testing.KeplerHistory;

class CatalogueScoreTest {

  private static final double WINDOW = .7;
  private static final Map<OrbitRegime, Double> THRESHOLDS =
      Map.of(OrbitRegime.LEO, .5, OrbitRegime.GEO, .9, OrbitRegime.MEO, .5);

  @Test
  void alarmsAreCountedByGroupRegimeAndPerigeeAtTheThresholdOfTheRegime() {
    Map<String, AlarmScore> scores =
        alarms(
            new PassiveObject(
                "debris",
                OrbitRegime.LEO,
                Map.of(PerigeeBand.TO_600, 1., PerigeeBand.TO_800, 3.),
                List.of(
                    new Alarm(.6, true, PerigeeBand.TO_600, AlarmCause.SLOPE),
                    new Alarm(.5, false, PerigeeBand.TO_600, AlarmCause.SLOPE),
                    new Alarm(.4, true, PerigeeBand.TO_800, AlarmCause.RETURNED)),
                List.of()),
            new PassiveObject(
                "old",
                OrbitRegime.GEO,
                Map.of(PerigeeBand.ABOVE, 2.),
                List.of(
                    new Alarm(.8, true, PerigeeBand.ABOVE, AlarmCause.UNCLEAR),
                    new Alarm(.95, true, PerigeeBand.ABOVE, AlarmCause.LASTING_STEP)),
                List.of()));

    assertThat(scores.keySet())
        .containsExactlyInAnyOrder(
            "all",
            "below 600 km",
            "debris",
            "old",
            "LEO",
            "GEO",
            "perigee 500 to 600 km",
            "perigee 600 to 800 km",
            "perigee 2,000 km and above");
    AlarmScore all = Objects.requireNonNull(scores.get("all"));
    assertThat(all.count()).isEqualTo(2);
    assertThat(all.alarms()).isEqualTo(Rate.of(3, 6));
    assertThat(all.confirmed()).isEqualTo(Rate.of(2, 6));
    assertThat(all.perThousandObjectsAndDay()).isCloseTo(.5 * 1000 / 365.25, within(1e-9));
    assertThat(all.causes()).isEqualTo(Map.of(AlarmCause.SLOPE, 2, AlarmCause.LASTING_STEP, 1));
    assertThat(rate(scores, "below 600 km")).isEqualTo(Rate.of(2, 1));
    assertThat(rate(scores, "perigee 600 to 800 km")).isEqualTo(Rate.of(0, 3));
    assertThat(rate(scores, "GEO")).isEqualTo(Rate.of(1, 2));
    assertThat(Objects.requireNonNull(scores.get("below 600 km")).count()).isEqualTo(1);
  }

  private static Rate rate(Map<String, AlarmScore> scores, String objects) {
    return Objects.requireNonNull(scores.get(objects)).alarms();
  }

  @Test
  void windowsAreCountedWithAnIntervalFromResampledObjects() {
    AlarmScore.Windows windows =
        Objects.requireNonNull(
            Objects.requireNonNull(
                    alarms(
                            windows(.1, .7, .9, .2),
                            windows(.1, .1, .1, .1),
                            windows(.1, .1, .1, .1),
                            windows())
                        .get("all"))
                .windows());

    assertThat(windows.count()).isEqualTo(12);
    assertThat(windows.share()).isCloseTo(2 / 12., within(1e-9));
    Interval interval = Objects.requireNonNull(windows.interval());
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(.5, within(.17));
  }

  private static PassiveObject windows(Double... windows) {
    return new PassiveObject(
        "debris", OrbitRegime.LEO, Map.of(PerigeeBand.TO_600, 1.), List.of(), List.of(windows));
  }

  private static Map<String, AlarmScore> alarms(PassiveObject... objects) {
    return CatalogueScore.of(
            new CatalogueResult(List.of(objects), List.of(), List.of()), THRESHOLDS, WINDOW)
        .alarms()
        .stream()
        .collect(Collectors.toMap(AlarmScore::objects, score -> score));
  }

  @Test
  void gapsCountAtMostTenDaysAndAlarmsHaveThePerigeeAfterThem() {
    History history = new KeplerHistory(3).days(100, day -> day < 50 || day > 90);
    double start = Ticks.days(KeplerHistory.START);

    PassiveObject object = PassiveObject.of("debris", history, List.of(), List.of());
    Alarm alarm = Alarm.of(history, new Detection(start + 200, .5), true);

    assertThat(object.years()).containsOnlyKeys(PerigeeBand.TO_800);
    assertThat(Objects.requireNonNull(object.years().get(PerigeeBand.TO_800)) * 365.25)
        .isCloseTo(49 + 10 + 8, within(1e-6));
    assertThat(alarm.band()).isEqualTo(PerigeeBand.TO_800);
  }

  @Test
  void plantedBurnsAreCountedByDirectionAndSizeAndSenseAndPerigee() {
    List<RandomBurnRecall> recalls =
        CatalogueScore.of(
                new CatalogueResult(
                    List.of(),
                    List.of(
                        along(PerigeeBand.TO_500, .02, .6),
                        along(PerigeeBand.TO_600, -.02, .5),
                        along(PerigeeBand.TO_800, -.02, .1),
                        along(PerigeeBand.TO_800, .1, .9),
                        new RandomBurn(
                            OrbitRegime.GEO,
                            PerigeeBand.ABOVE,
                            new LabelledBurn(9, 9, .5, Type.CROSS_TRACK, 0, 1),
                            .8)),
                    List.of()),
                THRESHOLDS,
                WINDOW)
            .burns();

    assertThat(recalls)
        .filteredOn(each -> each.burns().equals(RandomBurnRecall.ALL))
        .containsExactly(
            new RandomBurnRecall("all", Type.IN_TRACK, .02, Share.of(2, 3)),
            new RandomBurnRecall("all", Type.IN_TRACK, .1, Share.of(1, 1)),
            new RandomBurnRecall("all", Type.CROSS_TRACK, .5, Share.of(0, 1)));
    assertThat(recalls)
        .contains(
            new RandomBurnRecall(RandomBurnRecall.LOW, Type.IN_TRACK, .02, Share.of(2, 2)),
            new RandomBurnRecall("lowering", Type.IN_TRACK, .02, Share.of(1, 2)),
            new RandomBurnRecall("GEO", Type.CROSS_TRACK, .5, Share.of(0, 1)),
            new RandomBurnRecall("perigee 600 to 800 km", Type.IN_TRACK, .02, Share.of(0, 1)));
  }

  private static RandomBurn along(PerigeeBand band, double deltaV, double score) {
    return new RandomBurn(
        OrbitRegime.LEO,
        band,
        new LabelledBurn(9, 9, Math.abs(deltaV), Type.IN_TRACK, deltaV, 1),
        score);
  }

  @Test
  void stepsAreCountedByKindSizeAndGroupOfSatellites() {
    SatelliteSteps rare =
        low(550, false, raise(.06, .6), raise(.4, .4), new ScoredStep(Kind.PLANE, .6, .9));
    SatelliteSteps electric =
        low(
            500,
            false,
            Stream.concat(
                    IntStream.range(0, 5).mapToObj(i -> raise(.1, .9)), Stream.of(raise(2, .9)))
                .toArray(ScoredStep[]::new));

    List<StepRecall> recalls =
        CatalogueScore.of(
                new CatalogueResult(
                    List.of(),
                    List.of(),
                    List.of(
                        rare,
                        electric,
                        low(550, true, raise(.4, .6)),
                        low(700, false, raise(.4, .9)))),
                THRESHOLDS,
                WINDOW)
            .steps();

    String below = "perigee up to 600 km";
    assertThat(recalls)
        .containsExactly(
            raises(below, Satellites.OTHERS, .05, 1, Share.of(1, 2)),
            raises(below, Satellites.OTHERS, .3, 2, Share.of(1, 2)),
            raises(below, Satellites.OTHERS, 1, 1, Share.of(1, 1)),
            raises(below, Satellites.RAISING, .05, 1, Share.of(6, 6)),
            raises(below, Satellites.CONSTELLATIONS, .05, 1, Share.of(1, 1)),
            raises(below, Satellites.CONSTELLATIONS, .3, 1, Share.of(1, 1)),
            raises("perigee above 600 km", Satellites.OTHERS, .05, 1, Share.of(1, 1)),
            raises("perigee above 600 km", Satellites.OTHERS, .3, 1, Share.of(1, 1)),
            new StepRecall(Kind.PLANE, "LEO", Satellites.OTHERS, .5, 1, Share.of(1, 1)));
  }

  private static StepRecall raises(
      String orbits, Satellites satellites, double deltaV, int count, Share found) {
    return new StepRecall(Kind.RAISE, orbits, satellites, deltaV, count, found);
  }

  private static ScoredStep raise(double deltaV, double score) {
    return new ScoredStep(Kind.RAISE, deltaV, score);
  }

  private static SatelliteSteps low(double perigee, boolean constellation, ScoredStep... steps) {
    return new SatelliteSteps(OrbitRegime.LEO, perigee, 100, constellation, List.of(steps));
  }
}
