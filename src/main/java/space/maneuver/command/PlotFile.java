package space.maneuver.command;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import space.maneuver.detection.ObjectReport;

/** The file that an object is drawn to, SVG or an HTML page that needs no other file. */
final class PlotFile {

  private static final String HTML = ".html";
  private static final String SVG = ".svg";

  private final Path path;
  private final boolean page;
  private @Nullable String content;

  private PlotFile(Path path, boolean page) {
    this.path = path;
    this.page = page;
  }

  /**
   * @throws picocli.CommandLine.ParameterException when the name says neither kind of file
   */
  static PlotFile of(@Nullable CommandSpec command, Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(SVG) && !name.endsWith(HTML)) {
      throw Console.usage(
          command, "--plot: a file whose name ends with .svg or .html, not " + path);
    }
    return new PlotFile(path, name.endsWith(HTML));
  }

  /**
   * @param report with the series
   */
  void draw(ObjectReport report) {
    String svg = svg(new ObjectPlot(report).charts());
    content = page ? page(report, svg) : svg;
  }

  /** Puts what was drawn into its place, whole or not at all. */
  void write() throws IOException {
    if (content != null) {
      Path fresh = path.resolveSibling(path.getFileName() + ".part");
      Files.writeString(fresh, content);
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String svg(List<XYChart> charts) {
    align(charts);
    VectorGraphics2D graphics = new VectorGraphics2D();
    for (XYChart chart : charts) {
      chart.paint(graphics, ObjectPlot.WIDTH, ObjectPlot.HEIGHT);
      graphics.translate(0, ObjectPlot.HEIGHT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PageSize size = new PageSize(ObjectPlot.WIDTH, (double) ObjectPlot.HEIGHT * charts.size());
    try {
      Processors.get("svg").getDocument(graphics.getCommands(), size).writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Letters and curves are drawn with digits that nobody sees.
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("(\\d\\.\\d\\d)\\d+", "$1");
  }

  /**
   * Lets all axes of time begin below each other: first each is given room for the widest labels,
   * then what the widths are off by, which is known when they have been painted.
   */
  private static void align(List<XYChart> charts) {
    charts.forEach(PlotFile::paintAway);
    double room = charts.stream().mapToDouble(XYChart::getYAxisLeftWidth).max().orElse(0);
    charts.forEach(chart -> chart.getStyler().setYAxisLeftWidthHint((int) Math.ceil(room)));
    charts.forEach(PlotFile::paintAway);
    double right = charts.stream().mapToDouble(PlotFile::left).max().orElse(0);
    for (XYChart chart : charts) {
      int own = chart.getStyler().getYAxisLeftWidthHint();
      chart.getStyler().setYAxisLeftWidthHint(own + (int) Math.round(right - left(chart)));
    }
  }

  private static void paintAway(XYChart chart) {
    chart.paint(new VectorGraphics2D(), ObjectPlot.WIDTH, ObjectPlot.HEIGHT);
  }

  /** Where a painted axis of time begins, px. */
  private static double left(XYChart chart) {
    return chart.getScreenXFromChart(chart.getStyler().getXAxisMin());
  }

  private static String page(ObjectReport report, String svg) {
    StringWriter table = new StringWriter();
    new ManeuverTable(new PrintWriter(table), Ansi.OFF, Sparkline.of(StandardCharsets.UTF_8))
        .print(report);
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Maneuvers of %s</title>
        <style>
        body { font: 15px/1.45 system-ui, sans-serif; margin: 1rem auto; max-width: 64rem; padding: 0 1rem }
        svg { max-width: 100%%; height: auto } pre { overflow-x: auto }
        </style>
        </head>
        <body>
        <h1>Maneuvers of %s</h1>
        %s
        <pre>%s</pre>
        </body>
        </html>
        """
        .formatted(
            name(report),
            name(report),
            svg.substring(svg.indexOf("<svg")),
            escaped(table.toString()));
  }

  private static String name(ObjectReport report) {
    return report.noradId() + (report.name() == null ? "" : " " + escaped(report.name()));
  }

  /** Text of an HTML element; not fit for an attribute. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
