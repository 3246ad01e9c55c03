package space.maneuver.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.testing.LabelledDays.burn;
import static space.maneuver.testing.LabelledDays.daily;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.evaluation.metrics.PlantedResult;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.QuietScore;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.ReliabilityCurve;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.catalogue.AlarmCause;
import space.maneuver.evaluation.metrics.catalogue.CatalogueResult;
import space.maneuver.evaluation.metrics.catalogue.CatalogueScore;
import space.maneuver.evaluation.metrics.catalogue.PassiveObject;
import space.maneuver.evaluation.metrics.catalogue.PassiveObject.Alarm;
import space.maneuver.evaluation.metrics.catalogue.PerigeeBand;
import space.maneuver.evaluation.metrics.catalogue.RandomBurn;
import space.maneuver.evaluation.metrics.catalogue.SatelliteSteps;
import space.maneuver.evaluation.metrics.catalogue.SatelliteSteps.ScoredStep;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.Estimate;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.CertainSteps.Kind;
import space.maneuver.testing.LabelledDays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationReportTest {

  private static final LabelledSatellite LEO =
      LabelledDays.of("Sea|sat", daily(300), burn(10), burn(100), burn(290));
  private static final LabelledSatellite GEO =
      new LabelledSatellite("Astra", OrbitRegime.GEO, LEO.burns(), LEO.epochs());
  private static final EvaluationReport REPORT =
      EvaluationReport.of(
          List.of(
              new SatelliteResult(
                  LEO,
                  List.of(
                      new Detection(100.25, .9, new Estimate(100, 101, Type.IN_TRACK, null)),
                      new Detection(200, .3),
                      new Detection(220, .05)),
                  Map.of(
                      60,
                      List.of(new ScoredWindow(80, 140, .75)),
                      30,
                      List.of(new ScoredWindow(80, 110, .9), new ScoredWindow(40, 70, .1))),
                  Map.of(30, List.of(new ScoredWindow(80, 110, .1), new ScoredWindow(40, 70, .9))),
                  Map.of(0, List.of(), 3, List.of(new Detection(100.5, .6))),
                  Map.of(
                      1,
                      List.of(
                          new Detection(100.5, .7, new Estimate(100, 103, Type.IN_TRACK, null))))),
              new SatelliteResult(GEO, List.of(), Map.of())),
          List.of(
              quiet(OrbitRegime.LEO, 2, .9, .6, .4),
              quiet(OrbitRegime.LEO, 1),
              quiet(OrbitRegime.MEO, 1, .9)),
          List.of(
              new PlantedResult(
                  2.5,
                  new SatelliteResult(
                      LabelledDays.of("7-1", daily(100), burn(50.5)),
                      List.of(new Detection(50.75, .9, new Estimate(50, 51, Type.IN_TRACK, null))),
                      Map.of()))),
          CatalogueScore.of(
              new CatalogueResult(
                  List.of(
                      new PassiveObject(
                          "debris",
                          OrbitRegime.LEO,
                          Map.of(PerigeeBand.TO_600, 1., PerigeeBand.TO_800, 3.),
                          List.of(
                              new Alarm(.6, true, PerigeeBand.TO_600, AlarmCause.SLOPE),
                              new Alarm(.4, true, PerigeeBand.TO_800, AlarmCause.RETURNED)),
                          List.of(.1, .2, .3, .8))),
                  List.of(
                      new RandomBurn(
                          OrbitRegime.LEO,
                          PerigeeBand.TO_800,
                          new LabelledBurn(9, 9, .02, Type.IN_TRACK, -.02, 1),
                          .7)),
                  List.of(
                      new SatelliteSteps(
                          OrbitRegime.LEO,
                          550,
                          100,
                          true,
                          List.of(new ScoredStep(Kind.RAISE, .5, .4))))),
              Map.of(OrbitRegime.LEO, .5),
              .7),
          Map.of(OrbitRegime.LEO, .5));

  @Test
  void alarmsAndBurnsOfACatalogueHaveTheirTables() {
    assertThat(REPORT.summary())
        .contains(
            "| all | 1 | 4.000 | 1 | 0.250 (0.006-1.393) | 0.250 (0.006-1.393) | 0.684 | 0.250 | 4 |",
            "| below 600 km | 1 | 1.000 | 1 | 1.000 (0.025-5.572) |",
            "| burns | in-track 0.02 m/s |\n| --- | --- |\n| all | 1.000 (0.207-1.000) of 1 |\n",
            "| perigee 400 to 600 km | - |")
        .doesNotContain("| raise |");
    assertThat(REPORT.details())
        .contains(
            "| debris | 1 | 4.000 | 1 |",
            "| perigee 500 to 600 km | 1 | 1.000 | 1 |",
            "| all | 1 | 0.000 | 1.000 | 0.000 | 0.000 |",
            "| lowering | 1.000 (0.207-1.000) of 1 |",
            "| raise | perigee up to 600 km | constellations | 0.30 | 1 | 0.000 (0.000-0.793) of 1 |");
  }

  @Test
  void summaryComesFirstWithARowPerRegimeAndSatellite() {
    String summary = REPORT.summary();

    assertThat(summary)
        .startsWith("## Accuracy at the shipped threshold")
        .contains("| LEO | 1 | 3 | 0.900 | 0.500 | 1.000 | 0.333 | 0.333 | 0.000 | 0.667 |")
        .contains("| GEO | 1 | 3 | - | - | - | - | - | - | - |")
        .contains("| MEO | 0 | - | - | - | - | - | - | - | - |")
        .contains(
            "| Sea\\|sat | LEO | 3 | 0.778 | 0.500 | 1.000 | 0.333 | 0.333 | 0.000 | 6.000 |");
    assertThat(REPORT.markdown()).startsWith(summary + EvaluationReport.DETAILS);
  }

  @Test
  void everyTableIsExplained() {
    assertThat(REPORT.markdown().split("\n### "))
        .hasSizeGreaterThan(10)
        .filteredOn(section -> section.contains("| --- |"))
        .allSatisfy(
            section ->
                assertThat(section.split("\n")[2]).matches("[A-Z].*\\.").doesNotMatch("\\|.*"));
  }

  @Test
  void satellitesAreGroupedByRegime() {
    assertThat(REPORT.regimes()).containsOnlyKeys(OrbitRegime.LEO, OrbitRegime.GEO);
    assertThat(REPORT.regimes().get(OrbitRegime.GEO))
        .extracting(RegimeReport::recallByDeltaV, RegimeReport::windows)
        .containsExactly(List.of(), Map.of());
  }

  @Test
  void jsonNamesModesAndLengthsAsReportsDo() {
    JsonNode leo = new JsonMapper().valueToTree(REPORT).get("regimes").get("LEO");

    JsonNode pooled = leo.get("events").get("gap").get("pooled");
    assertThat(pooled.get("fixed").get("precision").doubleValue()).isEqualTo(1);
    assertThat(pooled.get("medianTimingErrorHours").doubleValue()).isEqualTo(6);
    assertThat(leo.get("events").get("12h").get("satellites").has("Sea|sat")).isTrue();
    JsonNode windows = leo.get("windows").get("30");
    assertThat(windows.get("scores").get("pooled").get("auroc").doubleValue()).isEqualTo(1);
    assertThat(windows.get("reliability").get("bins").size()).isEqualTo(2);
    assertThat(leo.get("windowsInContext").get("30").at("/scores/pooled/auroc").doubleValue())
        .isZero();
    assertThat(leo.get("windowsInContext").has("60")).isFalse();
    assertThat(leo.at("/estimates/intervalCoverage").doubleValue()).isEqualTo(1);
    assertThat(leo.get("atFalseAlarmRates").get("0.3").at("/pooled/recall").doubleValue())
        .isEqualTo(1 / 3.);
    assertThat(leo.get("delays").get("3").at("/fixed/recall").doubleValue()).isEqualTo(1 / 3.);
    assertThat(leo.get("delays").get("0").at("/fixed/recall").doubleValue()).isZero();
  }

  @Test
  void summaryHasTheErrorsOfTimeTypeAndDeltaVAlsoSoonAfterTheEvent() {
    assertThat(REPORT.summary())
        .contains("### Time, type and delta-v")
        .contains(
            "| LEO | all | 6.000 of 1 | 24.000 of 1 | 1.000 (0.207-1.000) of 1 | - of 0 | - of 0 |"
                + " - of 0 | - of 0 |")
        .contains("| LEO | after 1 | 12.000 of 1 | 72.000 of 1 | 1.000 (0.207-1.000) of 1 |");
    JsonNode leo = new JsonMapper().valueToTree(REPORT).get("regimes").get("LEO");
    assertThat(leo.at("/accuracy/intervalContainsEvent/share").doubleValue()).isEqualTo(1);
    assertThat(leo.at("/provisionalAccuracy/1/timeErrorHours/median").doubleValue()).isEqualTo(12);
  }

  @Test
  void plantedBurnsAreListedByCadence() {
    assertThat(REPORT.summary())
        .contains("### Planted burns")
        .contains("| LEO | 2.25 to 3.25 | 1.000 (0.207-1.000) of 1 | 6.000 of 1 | 24.000 of 1 |");
    assertThat(REPORT.details())
        .contains("| LEO | 2.25 to 3.25 | not published | 1.000 (0.207-1.000) of 1 |");
    assertThat(
            new JsonMapper()
                .<JsonNode>valueToTree(REPORT)
                .at("/planted/LEO/0/found/count")
                .intValue())
        .isEqualTo(1);
  }

  @Test
  void reliabilityIgnoresDetectionsOfLowConfidence() {
    RegimeReport leo = Objects.requireNonNull(REPORT.regimes().get(OrbitRegime.LEO));

    assertThat(leo.reliability().bins())
        .containsExactly(
            new ReliabilityCurve.Bin(.3, .3, 1, .3, 0), new ReliabilityCurve.Bin(.9, .9, 1, .9, 1));
  }

  @Test
  void everyReportedDetectionOfAnObjectThatNeverManeuversIsAFalseAlarm() {
    QuietObject.Source source = QuietObject.Source.SIMULATED;

    assertThat(REPORT.neverManeuvering())
        .isEqualTo(
            Map.of(
                OrbitRegime.LEO,
                List.of(new QuietScore(source, 2, 3, .5, 2, 2 / 3., 2 / 3. / 12, 1)),
                OrbitRegime.MEO,
                List.of(new QuietScore(source, 1, 1, null, null, null, null, null))));
    assertThat(REPORT.markdown())
        .contains("| LEO | simulated objects | 2 | 3.000 | 0.500 | 2 | 0.667 | 0.056 | 1 |")
        .contains("**Not measured**, for lack of satellites with published burns: MEO, HEO.");
  }

  private static QuietObject quiet(OrbitRegime regime, double years, double... scores) {
    List<Detection> detections =
        Arrays.stream(scores).mapToObj(score -> new Detection(100 * score, score)).toList();
    return new QuietObject(QuietObject.Source.SIMULATED, regime, years, detections);
  }

  @Test
  void markdownHasATableOfEventsAndOneForEachWindowLength() {
    String markdown = REPORT.markdown();

    assertThat(markdown)
        .contains("## LEO: events", "## LEO: windows of 30 days", "## LEO: windows of 60 days")
        .contains("| Sea\\|sat | 3 | 0.778 | 0.500 | 0.500 | 0.500 | 0.500 | 0.333 |")
        .contains("| **pooled** | 2 | 0.500 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |")
        .contains("## LEO: windows of 30 days in full context")
        .contains(
            "## LEO: how soon maneuvers are found", "| 0 | 0.000 | 0.000 | 0.000 | 0.000 | 0.000 |")
        .contains("| 1 | 1.000 | 24.000 |")
        .contains("## GEO: events")
        .doesNotContain("## GEO: windows");
  }
}
