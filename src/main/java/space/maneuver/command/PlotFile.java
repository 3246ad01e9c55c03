package space.maneuver.command;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import space.maneuver.command.report.ManeuverTable;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.Sparkline;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.ObjectReport.ObjectSeries;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Status;

/** A plot of one object in a file: SVG, or a self-contained HTML page. */
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
   * @throws picocli.CommandLine.ParameterException if the name ends with neither .svg nor .html
   */
  static PlotFile of(@Nullable CommandSpec command, Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(SVG) && !name.endsWith(HTML)) {
      throw Console.usage(
          command, "--plot: needs a file whose name ends with .svg or .html, not " + path);
    }
    return new PlotFile(path, name.endsWith(HTML));
  }

  /**
   * Draws an object, in memory.
   *
   * @param report report with its series
   */
  void draw(ObjectReport report) {
    String svg = svg(new ObjectPlot(report).charts());
    content = page ? page(report, svg) : svg;
  }

  /** Writes the drawing to its file, atomically. */
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
    // Outlines of letters and curves come with more decimals than a display can show.
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("(\\d\\.\\d\\d)\\d+", "$1");
  }

  /**
   * Aligns the time axes of all charts: gives each chart room for the widest labels, then corrects
   * the remaining differences, which are known only after painting.
   */
  private static void align(List<XYChart> charts) {
    charts.forEach(PlotFile::layOut);
    double room = charts.stream().mapToDouble(XYChart::getYAxisLeftWidth).max().orElse(0);
    charts.forEach(chart -> chart.getStyler().setYAxisLeftWidthHint((int) Math.ceil(room)));
    charts.forEach(PlotFile::layOut);
    double right = charts.stream().mapToDouble(PlotFile::left).max().orElse(0);
    for (XYChart chart : charts) {
      int own = chart.getStyler().getYAxisLeftWidthHint();
      chart.getStyler().setYAxisLeftWidthHint(own + (int) Math.round(right - left(chart)));
    }
  }

  private static void layOut(XYChart chart) {
    chart.paint(new VectorGraphics2D(), ObjectPlot.WIDTH, ObjectPlot.HEIGHT);
  }

  /** Returns the left end of a painted time axis, px. */
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

  /** Escapes text for an HTML element; not sufficient for an attribute. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * The series behind a report as charts over a common time axis. Maneuvers are bands from the
   * earliest to the latest time, darker for higher confidence; provisional ones have another color.
   */
  private static final class ObjectPlot {

    static final int WIDTH = 1000;
    static final int HEIGHT = 220;

    private static final Color LINE = new Color(0x1f4e79);
    private static final Color GRID = new Color(0xe6e6e6);
    private static final Color CONFIRMED = new Color(0xc0392b);
    private static final Color PROVISIONAL = new Color(0xd68910);
    private static final int FAINTEST = 60;
    private static final int RANGE = 140;

    /** Empty space above and below the curve, as a share of its range. */
    private static final double MARGIN = 0.05;

    /**
     * Least width of a band as a share of the time axis: a burn known to a minute stays visible.
     */
    private static final double NARROWEST = 1.0 / 500;

    private final ObjectReport report;
    private final ObjectSeries series;
    private final long first;
    private final long last;

    /**
     * @param report report with the series of at least one element set
     */
    ObjectPlot(ObjectReport report) {
      this.report = report;
      series = Objects.requireNonNull(report.series());
      List<Instant> epochs = series.epoch();
      first = epochs.get(0).toEpochMilli();
      last = Math.max(first + 1, epochs.get(epochs.size() - 1).toEpochMilli());
    }

    /** Returns the charts from top to bottom. */
    List<XYChart> charts() {
      List<@Nullable Double> residual = series.alongTrackResidual();
      List<@Nullable Double> probability = series.gapProbability();
      XYChart surest = chart("probability of a burn", k -> value(probability.get(k)));
      surest.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
      surest.setXAxisTitle("date (UTC)");
      return List.of(
          chart("semi-major axis (km)", k -> series.semiMajorAxis()[k]),
          chart("inclination (deg)", k -> series.inclination()[k]),
          chart("eccentricity (-)", k -> series.eccentricity()[k]),
          chart("along-track residual (sigma)", k -> value(residual.get(k))),
          surest);
    }

    private static double value(@Nullable Double value) {
      return value == null ? Double.NaN : value;
    }

    private XYChart chart(String name, IntToDoubleFunction values) {
      List<Date> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (int k = 0; k < series.epoch().size(); k++) {
        double value = values.applyAsDouble(k);
        if (Double.isFinite(value)) {
          x.add(Date.from(series.epoch().get(k)));
          y.add(value);
        }
      }
      XYChart chart =
          new XYChartBuilder()
              .width(WIDTH)
              .height(HEIGHT)
              .theme(ChartTheme.XChart)
              .yAxisTitle(name)
              .build();
      DecimalFormat digits =
          new DecimalFormat("#.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
      chart.setCustomYAxisTickLabelsFormatter(digits::format);
      double low = y.stream().mapToDouble(each -> each).min().orElse(0);
      double high = y.stream().mapToDouble(each -> each).max().orElse(1);
      double margin = Math.max((high - low) * MARGIN, Math.ulp(high));
      style(chart.getStyler(), low - margin, high + margin);
      for (int i = 0; i < report.maneuvers().size(); i++) {
        band(chart, i, low - margin, high + margin);
      }
      if (!x.isEmpty()) {
        XYSeries line = chart.addSeries(name, x, y);
        line.setMarker(SeriesMarkers.NONE).setLineColor(LINE).setLineWidth(1);
      }
      return chart;
    }

    private void style(XYStyler styler, double low, double high) {
      styler.setYAxisMin(low).setYAxisMax(high);
      styler.setXAxisMin((double) first).setXAxisMax((double) last);
      styler.setLegendVisible(false).setChartBackgroundColor(Color.WHITE);
      styler.setDatePattern("yyyy-MM-dd").setTimezone(TimeZone.getTimeZone("UTC"));
      styler.setPlotContentSize(1);
      // A dashed line would become one outline per dash.
      styler.setPlotGridLinesStroke(new BasicStroke(1)).setPlotGridLinesColor(GRID);
    }

    private void band(XYChart chart, int number, double low, double high) {
      Maneuver maneuver = report.maneuvers().get(number);
      double half = (last - first) * NARROWEST / 2;
      double middle = maneuver.epoch().toEpochMilli();
      double from = Math.min(maneuver.earliest().toEpochMilli(), middle - half);
      double to = Math.max(maneuver.latest().toEpochMilli(), middle + half);
      Color color = maneuver.status() == Status.CONFIRMED ? CONFIRMED : PROVISIONAL;
      int alpha = FAINTEST + (int) (RANGE * maneuver.confidence());
      XYSeries band =
          chart.addSeries(
              "maneuver " + number,
              List.of(at(from), at(from), at(to), at(to)),
              List.of(low, high, high, low));
      band.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area).setMarker(SeriesMarkers.NONE);
      Color shade = new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
      band.setLineColor(shade).setLineWidth(0).setFillColor(shade);
    }

    private Date at(double millis) {
      return new Date((long) Math.min(Math.max(millis, first), last));
    }
  }
}
