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

/**
 * The figures of a {@link RegimeReport} on delta-v, type, time interval and confidence, as
 * Markdown.
 */
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
            "Events by their published delta-v, and the share of them found at the shipped threshold;"
                + " higher is better. Burns below a few mm/s are lost in the noise of the element sets.",
            List.of("delta-v, m/s", "events", "found", "recall"));
    for (DeltaVRecall recall : recalls) {
      double share = (double) recall.found() / recall.events();
      table.row(range(recall.from(), recall.to()), recall.events(), recall.found(), share);
    }
    return table.toString();
  }

  private static String deltaVErrors(OrbitRegime regime, EstimateReport report) {
    if (report.deltaVErrors().isEmpty()) {
      return "";
    }
    MarkdownTable table =
        new MarkdownTable(
            regime + ": delta-v of the hits",
            "Hits at the shipped threshold by the published delta-v of their event, how many of them"
                + " come with an estimated delta-v, and the median of |estimated - published| /"
                + " published; lower is better.",
            List.of("delta-v, m/s", "hits", "with estimate", "median relative error"));
    for (DeltaVError error : report.deltaVErrors()) {
      table.row(
          range(error.from(), error.to()),
          error.hits(),
          error.estimated(),
          error.medianRelativeError());
    }
    return table.toString();
  }

  private static String types(OrbitRegime regime, EstimateReport report) {
    if (report.types().isEmpty()) {
      return "";
    }
    List<String> columns = new ArrayList<>(List.of("published \\ reported"));
    Arrays.stream(Type.values()).map(Type::label).forEach(columns::add);
    MarkdownTable table =
        new MarkdownTable(
            regime + ": type of the hits",
            "Number of hits by the published type of the event (rows) and the reported one (columns);"
                + " the diagonal counts correct types.",
            columns);
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
            regime + ": time interval of the hits",
            "Share of the hits whose interval from earliest to latest contains some part of the event;"
                + " 0.9 is intended. The shorter the interval, the better.",
            List.of("hits", "share that contains the event", "median length, h"));
    table.row(report.hits(), report.intervalCoverage(), report.medianIntervalHours());
    return table.toString();
  }

  private static String reliability(OrbitRegime regime, ReliabilityCurve curve) {
    MarkdownTable table =
        new MarkdownTable(
            regime + ": confidence of the detections",
            "Detections with a confidence above 0.1, in bins of equal count. The closer the mean"
                + " confidence and the share of hits, the better.",
            List.of("from", "to", "detections", "mean confidence", "share of hits"));
    for (ReliabilityCurve.Bin bin : curve.bins()) {
      table.row(bin.from(), bin.to(), bin.count(), bin.meanProbability(), bin.observedFrequency());
    }
    return table
        + String.format(
            Locale.ROOT,
            "Calibration error, the mean distance of the two weighted by count: %.3f.\n\n",
            curve.expectedCalibrationError());
  }

  private static String uncertainty(OrbitRegime regime, Uncertainty uncertainty) {
    Set<String> figures = new LinkedHashSet<>(uncertainty.pooled().keySet());
    uncertainty.satellites().values().forEach(each -> figures.addAll(each.keySet()));
    if (figures.isEmpty()) {
      return "";
    }
    List<String> columns = new ArrayList<>(List.of("satellite"));
    figures.stream().map(EstimateTables::heading).forEach(columns::add);
    MarkdownTable table =
        new MarkdownTable(
            regime + ": 95 % intervals",
            "Bootstrap intervals of the figures above: blocks of one year are resampled and, in the"
                + " pooled row, satellites first. Narrower is more certain.",
            columns);
    uncertainty.satellites().forEach((name, each) -> table.row(row(name, figures, each)));
    table.row(row(MarkdownTable.POOLED, figures, uncertainty.pooled()));
    return table.toString();
  }

  /** Returns the heading for the name of a figure in JSON. */
  private static String heading(String figure) {
    return figure
        .replace("F1 gap at fixed threshold", "F1 at the shipped threshold")
        .replace("F1 gap", "best F1")
        .replace("FA/yr", "false alarm per year")
        .replace(" full ", " in full context ")
        .replaceFirst("AP$", "average precision");
  }

  /** Describes a range of delta-v, m/s; both bounds are null for unpublished sizes. */
  static String range(@Nullable Double from, @Nullable Double to) {
    return from == null ? "not published" : from + (to == null ? " and more" : " to " + to);
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
