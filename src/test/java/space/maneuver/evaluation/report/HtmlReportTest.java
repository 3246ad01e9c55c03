package space.maneuver.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.catalogue.CatalogueScore;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.testing.LabelledDays;

class HtmlReportTest {

  private static final LabelledSatellite SATELLITE =
      LabelledDays.of(
          "a<b>",
          LabelledDays.daily(400),
          new LabelledBurn(50.5, 50.5, .01),
          new LabelledBurn(350.5, 350.5, .3));
  private static final String PAGE =
      HtmlReport.of(
          "Made *by hand*.",
          EvaluationReport.of(
              List.of(
                  new SatelliteResult(
                      SATELLITE,
                      List.of(new Detection(50.5, .9), new Detection(200, .4)),
                      Map.of(30, List.of(new ScoredWindow(100, 130, .2))),
                      Map.of(),
                      Map.of(0, List.of(), 1, List.of(new Detection(350.5, .7))),
                      Map.of())),
              List.of(),
              List.of(),
              CatalogueScore.NONE,
              Map.of()),
          Map.of("fold 1", List.of(.7, .5, .4)));

  @Test
  void pageIsSelfContainedWithEveryPlotAndTable() {
    for (String plot :
        List.of(
            "LEO: precision over recall",
            "LEO: reliability of detections",
            "LEO: reliability of windows",
            "LEO: detection delay",
            "LEO: recall by delta-v",
            "learning curves")) {
      assertThat(PAGE).contains(">" + plot + "<");
    }
    assertThat(PAGE.split("<svg", -1)).hasSize(7);
    assertThat(PAGE)
        .contains("<em>by hand</em>", "<td>a&lt;b&gt;</td>")
        .doesNotContain("src=", "href=\"http", "<?xml", "<!DOCTYPE svg");
  }

  @Test
  void contentsLinkToEveryHeading() {
    List<String> links = found("<a href=\"#([^\"]*)\"");
    List<String> headings = found("<h[23] id=\"([^\"]*)\"");

    assertThat(links)
        .isEqualTo(headings)
        .startsWith("accuracy-at-the-shipped-threshold", "by-orbit-regime")
        .contains("plots", "leo-events");
    assertThat(PAGE.indexOf("<nav>")).isLessThan(PAGE.indexOf("<h2"));
  }

  private static List<String> found(String pattern) {
    return Pattern.compile(pattern).matcher(PAGE).results().map(match -> match.group(1)).toList();
  }

  @Test
  void plotsAreWellFormedAndIdsAreUnique() throws Exception {
    List<String> plots =
        Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
            .matcher(PAGE)
            .results()
            .map(found -> found.group())
            .toList();
    for (String plot : plots) {
      assertThat(
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new InputSource(new StringReader(plot)))
                  .getDocumentElement()
                  .getTagName())
          .isEqualTo("svg");
    }
    assertThat(Pattern.compile("\\bid=\"([^\"]*)\"").matcher(PAGE).results().map(id -> id.group(1)))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }
}
