package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.ReliabilityCurve;
import space.maneuver.evaluation.metrics.Uncertainty;
import space.maneuver.evaluation.metrics.events.DeltaVRecall;
import space.maneuver.evaluation.metrics.events.EstimateReport;
import space.maneuver.evaluation.metrics.events.EstimateReport.DeltaVError;
import space.maneuver.math.Interval;
import space.maneuver.orbit.OrbitRegime;

/** What a {@link RegimeReport} says of delta-v, types, intervals and confidence, as Markdown. */
final class EstimateTables {

  private EstimateTables() {}

  static String of(OrbitRegime regime, RegimeReport report) {
    return recallByDeltaV(regime, report.recallByDeltaV())
        + deltaVErrors(regime, report.estimates())
        + types(regime, report.estimates())
        + intervals(regime, report.estimates())
        + reliability(regime, report.reliability())
        + uncertainty(regime, report.intervals());
  }

  private static String recallByDeltaV(OrbitRegime regime, List<DeltaVRecall> recalls) {
    MarkdownTable table =
        new MarkdownTable(
            regime + ": recall by delta-v",
            List.of("from, m/s", "to, m/s", "events", "found", "recall"));
    for (DeltaVRecall recall : recalls) {
      double share = (double) recall.found() / recall.events();
      table.row(recall.from(), recall.to(), recall.events(), recall.found(), share);
    }
    return table.toString();
  }

  private static String deltaVErrors(OrbitRegime regime, EstimateReport report) {
    if (report.deltaVErrors().isEmpty()) {
      return "";
    }
    MarkdownTable table =
        new MarkdownTable(
            regime + ": delta-v of the detections that hit",
            List.of("from, m/s", "to, m/s", "hits", "with delta-v", "median relative error"));
    for (DeltaVError error : report.deltaVErrors()) {
      table.row(
          error.from(), error.to(), error.hits(), error.estimated(), error.medianRelativeError());
    }
    return table.toString();
  }

  private static String types(OrbitRegime regime, EstimateReport report) {
    if (report.types().isEmpty()) {
      return "";
    }
    List<String> columns = new ArrayList<>(List.of("published \\ reported"));
    Arrays.stream(Type.values()).map(Type::label).forEach(columns::add);
    MarkdownTable table = new MarkdownTable(regime + ": type of the detections that hit", columns);
    report
        .types()
        .forEach(
            (published, counts) -> {
              List<@Nullable Object> cells = new ArrayList<>(List.of(published.label()));
              for (Type type : Type.values()) {
                cells.add(counts.getOrDefault(type, 0));
              }
              table.row(cells);
            });
    return table.toString();
  }

  private static String intervals(OrbitRegime regime, EstimateReport report) {
    MarkdownTable table =
        new MarkdownTable(
            regime + ": interval of the detections that hit",
            List.of("hits", "interval holds the burn", "median length, h"));
    table.row(report.hits(), report.intervalCoverage(), report.medianIntervalHours());
    return table.toString();
  }

  private static String reliability(OrbitRegime regime, ReliabilityCurve curve) {
    MarkdownTable table =
        new MarkdownTable(
            regime + ": detections with a confidence above 0.1",
            List.of("from", "to", "detections", "mean confidence", "share that hit"));
    for (ReliabilityCurve.Bin bin : curve.bins()) {
      table.row(bin.from(), bin.to(), bin.count(), bin.meanProbability(), bin.observedFrequency());
    }
    return table
        + String.format(
            Locale.ROOT, "Calibration error: %.3f.\n\n", curve.expectedCalibrationError());
  }

  private static String uncertainty(OrbitRegime regime, Uncertainty uncertainty) {
    Set<String> figures = new LinkedHashSet<>(uncertainty.pooled().keySet());
    uncertainty.satellites().values().forEach(each -> figures.addAll(each.keySet()));
    if (figures.isEmpty()) {
      return "";
    }
    List<String> columns = new ArrayList<>(List.of("satellite"));
    columns.addAll(figures);
    MarkdownTable table = new MarkdownTable(regime + ": 95 % intervals", columns);
    uncertainty.satellites().forEach((name, each) -> table.row(row(name, figures, each)));
    table.row(row(MarkdownTable.POOLED, figures, uncertainty.pooled()));
    return table
        + "By resampling satellites and blocks of a year; of one satellite, blocks of a year.\n\n";
  }

  private static List<@Nullable Object> row(
      String name, Set<String> figures, Map<String, Interval> intervals) {
    List<@Nullable Object> cells = new ArrayList<>(List.of(name));
    for (String figure : figures) {
      Interval interval = intervals.get(figure);
      cells.add(
          interval == null
              ? null
              : String.format(Locale.ROOT, "%.3f-%.3f", interval.low(), interval.high()));
    }
    return cells;
  }
}
