package space.maneuver.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.evaluation.Satellites.burn;
import static space.maneuver.evaluation.Satellites.daily;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.OrbitRegime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationReportTest {

  private static final LabelledSatellite LEO =
      Satellites.of("Sea|sat", daily(300), burn(10), burn(100), burn(290));
  private static final LabelledSatellite GEO =
      new LabelledSatellite("Astra", OrbitRegime.GEO, LEO.burns(), LEO.epochs());
  private static final EvaluationReport REPORT =
      EvaluationReport.of(
          List.of(
              new SatelliteResult(
                  LEO,
                  List.of(new Detection(100.25, .9), new Detection(200, .3)),
                  Map.of(
                      60,
                      List.of(new ScoredWindow(80, 140, .75)),
                      30,
                      List.of(new ScoredWindow(80, 110, .9), new ScoredWindow(40, 70, .1)))),
              new SatelliteResult(GEO, List.of(), Map.of())),
          Map.of(OrbitRegime.LEO, .5));

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
  }

  @Test
  void markdownHasATableOfEventsAndOneForEachWindowLength() {
    String markdown = REPORT.markdown();

    assertThat(markdown)
        .contains("## LEO: events", "## LEO: windows of 30 days", "## LEO: windows of 60 days")
        .contains("| Sea\\|sat | 3 | 0.778 | 0.500 | 0.500 | 0.500 | 0.500 | 0.333 |")
        .contains("| **pooled** | 2 | 0.500 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |")
        .contains("## GEO: events")
        .doesNotContain("## GEO: windows");
  }
}
