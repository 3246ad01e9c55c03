package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import space.maneuver.evaluation.report.Plot.Line;

/**
 * An evaluation as one self-contained HTML page: contents, the figures that decide, the protocol,
 * plots as SVG, all other tables.
 */
public final class HtmlReport {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .escapeHtml(true)
          .attributeProviderFactory(context -> HtmlReport::anchor)
          .build();
  private static final String PROTOCOL = "## How the figures were made\n\n";
  private static final String PLOTS = "## Plots\n\n";

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Evaluation</title>
      <style>
      body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
      table { border-collapse: collapse; display: block; overflow-x: auto; margin-bottom: 1rem }
      th, td { border-bottom: 1px solid #ccc; padding: .25rem .6rem; text-align: right; white-space: nowrap }
      th:first-child, td:first-child { text-align: left }
      .plots { display: flex; flex-wrap: wrap; gap: 1rem }
      .plots svg { max-width: 100%; height: auto }
      figure { margin: 0 } figcaption { text-align: center }
      nav ul ul { columns: 18rem; font-size: .9em }
      </style>
      </head>
      <body>
      <h1>Evaluation</h1>
      """;

  private HtmlReport() {}

  /**
   * Returns the page.
   *
   * @param protocol how the results were made, Markdown
   * @param learningCurves loss after each hundredth of a training, by name of the training
   */
  public static String of(
      String protocol, EvaluationReport report, Map<String, List<Double>> learningCurves) {
    String before = report.summary() + PROTOCOL + protocol + "\n\n" + PLOTS;
    String details = report.details();
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<nav>\n").append(html(Contents.all(before + details))).append("</nav>\n");
    page.append(html(before)).append("<div class=\"plots\">\n");
    report
        .regimes()
        .forEach(
            (regime, figures) ->
                page.append(
                    RegimePlots.of(
                        regime,
                        figures,
                        Objects.requireNonNull(report.precisionRecall().get(regime)))));
    if (!learningCurves.isEmpty()) {
      page.append(learningCurves(learningCurves));
    }
    page.append("</div>\n").append(html(details));
    return page.append("</body>\n</html>\n").toString();
  }

  private static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }

  private static void anchor(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading heading) {
      StringBuilder title = new StringBuilder();
      for (Node part = heading.getFirstChild(); part != null; part = part.getNext()) {
        if (part instanceof Text text) {
          title.append(text.getLiteral());
        }
      }
      attributes.put("id", Contents.anchor(title.toString()));
    }
  }

  private static String learningCurves(Map<String, List<Double>> curves) {
    List<Line> lines = new ArrayList<>();
    curves.forEach(
        (name, losses) ->
            lines.add(
                new Line(
                    name,
                    IntStream.rangeClosed(1, losses.size())
                        .mapToDouble(i -> 100.0 * i / losses.size())
                        .toArray(),
                    losses.stream().mapToDouble(Double::doubleValue).toArray(),
                    false)));
    return Plot.lines(
        "learning curves",
        "share of the training steps (%)",
        "loss, mean cross entropy (nat)",
        false,
        lines);
  }
}
