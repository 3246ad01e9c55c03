package space.maneuver.evaluation.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws plots as SVG figures of an HTML page. */
final class Plot {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 380;

  private Plot() {}

  /**
   * A curve.
   *
   * @param name label in the legend
   * @param x abscissas, as many as {@code y} and at least one
   * @param y ordinates
   * @param points whether the points are marked
   */
  record Line(String name, double[] x, double[] y, boolean points) {}

  /**
   * Draws curves over numbers.
   *
   * @param x title of the horizontal axis, with its unit
   * @param y title of the vertical axis, with its unit
   * @param unit whether both axes span 0 to 1
   */
  static String lines(String title, String x, String y, boolean unit, List<Line> lines) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .theme(ChartTheme.XChart)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    for (Line line : lines) {
      XYSeries series = chart.addSeries(line.name(), line.x(), line.y());
      series.setMarker(line.points() ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }
    plain(chart.getStyler());
    chart.getStyler().setYAxisMin(0.0);
    if (unit) {
      chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMax(1.0);
    }
    return figure(title, chart);
  }

  /** Draws one bar for each name; the vertical axis spans 0 to 1. */
  static String bars(String title, String x, String y, List<String> names, List<Double> values) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .theme(ChartTheme.XChart)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.addSeries(y, names, values);
    plain(chart.getStyler());
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0).setXAxisLabelRotation(30);
    chart.getStyler().setLegendVisible(false);
    return figure(title, chart);
  }

  private static void plain(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setMarkerSize(5);
  }

  /** Letters inside the SVG are outlines, hence the title as text below it. */
  private static String figure(String title, Chart<?, ?> chart) {
    return "<figure>" + svg(title, chart) + "<figcaption>" + title + "</figcaption></figure>\n";
  }

  /**
   * Returns the SVG element without the document prologue and invisible decimals. Ids get a prefix,
   * because one page holds several plots.
   */
  private static String svg(String title, Chart<?, ?> chart) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String document = bytes.toString(StandardCharsets.UTF_8);
    String own = "p" + Integer.toHexString(title.hashCode()) + "-";
    return document
        .substring(document.indexOf("<svg"))
        .replaceAll("\\bid=\"", "id=\"" + own)
        .replaceAll("url\\(#", "url(#" + own)
        .replaceAll("(\\d\\.\\d)\\d+", "$1");
  }
}
