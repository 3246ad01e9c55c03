package space.maneuver.command;

import java.awt.BasicStroke;
import java.awt.Color;
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
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.ObjectReport.ObjectSeries;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Status;

/**
 * What a report was made from, as charts on one axis of time. Maneuvers are bands from the earliest
 * to the latest time, the darker the surer; provisional ones have another colour.
 */
final class ObjectPlot {

  static final int WIDTH = 1000;
  static final int HEIGHT = 220;

  private static final Color LINE = new Color(0x1f4e79);
  private static final Color GRID = new Color(0xe6e6e6);
  private static final Color CONFIRMED = new Color(0xc0392b);
  private static final Color PROVISIONAL = new Color(0xd68910);
  private static final int FAINTEST = 60;
  private static final int RANGE = 140;

  /** Of what the chart spans, left empty above and below. */
  private static final double MARGIN = 0.05;

  /** A burn's own time is often known to a minute, which no pixel would show. */
  private static final double NARROWEST = 1.0 / 500;

  private final ObjectReport report;
  private final ObjectSeries series;
  private final long first;
  private final long last;

  /**
   * @param report with the series, of at least one element set
   */
  ObjectPlot(ObjectReport report) {
    this.report = report;
    series = Objects.requireNonNull(report.series());
    List<Instant> epochs = series.epoch();
    first = epochs.get(0).toEpochMilli();
    last = Math.max(first + 1, epochs.get(epochs.size() - 1).toEpochMilli());
  }

  /** From top to bottom. */
  List<XYChart> charts() {
    List<@Nullable Double> residual = series.alongTrackResidual();
    List<@Nullable Double> probability = series.gapProbability();
    XYChart surest = chart("probability", k -> value(probability.get(k)));
    surest.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    return List.of(
        chart("semi-major axis (km)", k -> series.semiMajorAxis()[k]),
        chart("inclination (deg)", k -> series.inclination()[k]),
        chart("eccentricity", k -> series.eccentricity()[k]),
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
    // Each dash of a dashed line would be an outline in the file.
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
