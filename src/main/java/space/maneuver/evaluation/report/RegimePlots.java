package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.RegimeReport.WindowReport;
import space.maneuver.evaluation.metrics.ReliabilityCurve;
import space.maneuver.evaluation.metrics.events.DeltaVRecall;
import space.maneuver.evaluation.metrics.events.EventScore;
import space.maneuver.evaluation.metrics.events.OperatingPoint;
import space.maneuver.evaluation.report.Plot.Line;
import space.maneuver.orbit.OrbitRegime;

/** The plots of a {@link RegimeReport}. */
final class RegimePlots {

  private static final double[] DIAGONAL = {0, 1};
  private static final Line PERFECT = new Line("perfectly calibrated", DIAGONAL, DIAGONAL, false);

  private RegimePlots() {}

  static String of(OrbitRegime regime, RegimeReport report, List<OperatingPoint> precisionRecall) {
    StringBuilder plots = new StringBuilder();
    if (!precisionRecall.isEmpty()) {
      plots.append(precisionRecall(regime, precisionRecall));
    }
    plots.append(reliabilityOfDetections(regime, report));
    if (!report.windows().isEmpty()) {
      plots.append(reliabilityOfWindows(regime, report));
    }
    if (!report.delays().isEmpty()) {
      plots.append(delays(regime, report.delays()));
    }
    if (!report.recallByDeltaV().isEmpty()) {
      plots.append(recallByDeltaV(regime, report.recallByDeltaV()));
    }
    return plots.toString();
  }

  private static String precisionRecall(OrbitRegime regime, List<OperatingPoint> points) {
    Line line =
        new Line(
            "match in the gap",
            points.stream().mapToDouble(OperatingPoint::recall).toArray(),
            points.stream().mapToDouble(OperatingPoint::precision).toArray(),
            false);
    return Plot.lines(
        regime + ": precision over recall",
        "recall, share of the events found (0 to 1)",
        "precision, share of the detections that hit (0 to 1)",
        true,
        List.of(line));
  }

  private static String reliabilityOfDetections(OrbitRegime regime, RegimeReport report) {
    List<Line> lines = new ArrayList<>();
    lines.add(PERFECT);
    add(lines, "detections above 0.1", report.reliability());
    return Plot.lines(
        regime + ": reliability of detections",
        "mean confidence (0 to 1)",
        "share that hit (0 to 1)",
        true,
        lines);
  }

  private static String reliabilityOfWindows(OrbitRegime regime, RegimeReport report) {
    List<Line> lines = new ArrayList<>();
    lines.add(PERFECT);
    addAll(lines, "", report.windows());
    addAll(lines, " in full context", report.windowsInContext());
    return Plot.lines(
        regime + ": reliability of windows",
        "mean probability (0 to 1)",
        "share with a burn (0 to 1)",
        true,
        lines);
  }

  private static void addAll(
      List<Line> lines, String context, SortedMap<Integer, WindowReport> windows) {
    windows.forEach(
        (days, window) -> add(lines, days + "-day windows" + context, window.reliability()));
  }

  private static void add(List<Line> lines, String name, ReliabilityCurve curve) {
    if (!curve.bins().isEmpty()) {
      lines.add(
          new Line(
              name,
              curve.bins().stream().mapToDouble(ReliabilityCurve.Bin::meanProbability).toArray(),
              curve.bins().stream().mapToDouble(ReliabilityCurve.Bin::observedFrequency).toArray(),
              true));
    }
  }

  private static String delays(OrbitRegime regime, Map<Integer, EventScore> delays) {
    double[] x = delays.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    return Plot.lines(
        regime + ": detection delay",
        "element sets after the first one that follows the burn (number)",
        "F1 or recall (0 to 1)",
        false,
        List.of(
            new Line(
                "F1 at the best threshold in hindsight",
                x,
                delays.values().stream().mapToDouble(score -> score.bestF1().f1()).toArray(),
                true),
            new Line(
                "recall at 1 false alarm per year",
                x,
                delays.values().stream()
                    .mapToDouble(score -> score.atFalseAlarmRate().recall())
                    .toArray(),
                true)));
  }

  private static String recallByDeltaV(OrbitRegime regime, List<DeltaVRecall> recalls) {
    List<String> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (DeltaVRecall recall : recalls) {
      names.add(EstimateTables.range(recall.from(), recall.to()) + " (" + recall.events() + ")");
      values.add((double) recall.found() / recall.events());
    }
    return Plot.bars(
        regime + ": recall by delta-v",
        "published delta-v, m/s (number of events)",
        "recall (0 to 1)",
        names,
        values);
  }
}
