package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.events.EventScore;
import space.maneuver.evaluation.metrics.events.EventScorer.EventScores;
import space.maneuver.evaluation.metrics.events.FalseAlarmRates;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.events.OperatingPoint;
import space.maneuver.orbit.OrbitRegime;

/** The event scores of a {@link RegimeReport} as Markdown. */
final class EventTables {

  private EventTables() {}

  static String of(OrbitRegime regime, RegimeReport report) {
    return scores(regime, report.events())
        + atFixedThreshold(regime, report.events())
        + rates(regime, report.atFalseAlarmRates())
        + delays(regime, report.delays());
  }

  private static String scores(OrbitRegime regime, Map<MatchMode, EventScores> scores) {
    List<String> columns = new ArrayList<>(List.of("satellite", "events", "years"));
    scores.keySet().forEach(mode -> columns.add("F1, " + mode.label()));
    columns.addAll(
        List.of(
            "recall at 1 false alarm per year",
            "average precision",
            "F1 at the shipped threshold",
            "timing error, h"));
    MarkdownTable table =
        new MarkdownTable(
            regime + ": events",
            "The F1 columns take the best threshold in hindsight, for each kind of match; the columns"
                + " after them are for a match in the gap. \"Years\" is the length of the counted time."
                + " All figures are 0 to 1 and higher is better, except for the timing error: the"
                + " median time between a hit and the start of its event.",
            columns);
    for (String name : gap(scores).satellites().keySet()) {
      table.row(row(name, scores, each -> Objects.requireNonNull(each.satellites().get(name))));
    }
    table.row(row(MarkdownTable.POOLED, scores, EventScores::pooled));
    return table.toString();
  }

  private static List<@Nullable Object> row(
      String name,
      Map<MatchMode, EventScores> scores,
      Function<EventScores, EventScore> satellite) {
    EventScore gap = satellite.apply(gap(scores));
    OperatingPoint fixed = gap.fixed();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(name);
    cells.add(gap.events());
    cells.add(gap.satelliteYears());
    scores.values().forEach(each -> cells.add(satellite.apply(each).bestF1().f1()));
    cells.add(gap.atFalseAlarmRate().recall());
    cells.add(gap.averagePrecision());
    cells.add(fixed == null ? null : fixed.f1());
    cells.add(gap.medianTimingErrorHours());
    return cells;
  }

  private static EventScores gap(Map<MatchMode, EventScores> scores) {
    return Objects.requireNonNull(scores.get(MatchMode.GAP));
  }

  private static String atFixedThreshold(OrbitRegime regime, Map<MatchMode, EventScores> scores) {
    MarkdownTable table =
        new MarkdownTable(
            regime + ": events at the shipped threshold",
            "All satellites pooled, by the kind of match. F1, precision and recall: higher is better;"
                + " false alarms per satellite-year: lower is better.",
            List.of("match", "threshold", "F1", "precision", "recall", "false alarms per year"));
    scores.forEach(
        (mode, score) -> {
          OperatingPoint fixed = score.pooled().fixed();
          if (fixed != null) {
            table.row(
                mode.label(),
                fixed.threshold(),
                fixed.f1(),
                fixed.precision(),
                fixed.recall(),
                fixed.falseAlarmsPerYear());
          }
        });
    return table.toString();
  }

  private static String rates(OrbitRegime regime, Map<Double, FalseAlarmRates> rates) {
    List<String> columns = new ArrayList<>(List.of("satellite"));
    rates
        .keySet()
        .forEach(rate -> columns.addAll(List.of("recall at " + rate, "precision at " + rate)));
    MarkdownTable table =
        new MarkdownTable(
            regime + ": by false alarms allowed per satellite-year",
            "Recall and precision at the lowest threshold that keeps within 0.3, 1 and 3 false alarms"
                + " per satellite-year, chosen for each row; higher is better.",
            columns);
    FalseAlarmRates any = rates.values().iterator().next();
    for (String name : any.satellites().keySet()) {
      table.row(rateRow(name, rates, rate -> Objects.requireNonNull(rate.satellites().get(name))));
    }
    table.row(rateRow(MarkdownTable.POOLED, rates, FalseAlarmRates::pooled));
    return table.toString();
  }

  private static List<@Nullable Object> rateRow(
      String name,
      Map<Double, FalseAlarmRates> rates,
      Function<FalseAlarmRates, OperatingPoint> satellite) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(name);
    for (FalseAlarmRates rate : rates.values()) {
      OperatingPoint point = satellite.apply(rate);
      cells.add(point.recall());
      cells.add(point.threshold() == null ? null : point.precision());
    }
    return cells;
  }

  private static String delays(OrbitRegime regime, Map<Integer, EventScore> delays) {
    if (delays.isEmpty()) {
      return "";
    }
    MarkdownTable table =
        new MarkdownTable(
            regime + ": how soon maneuvers are found",
            "What is found when the history ends that many element sets after the first one that"
                + " follows the burn, satellites pooled. \"Best F1\" takes the best threshold in"
                + " hindsight. Higher is better.",
            List.of(
                "further element sets",
                "best F1",
                "recall at 1 false alarm per year",
                "F1 at the shipped threshold",
                "recall at the shipped threshold",
                "precision at the shipped threshold"));
    delays.forEach(
        (delay, score) -> {
          OperatingPoint fixed = score.fixed();
          table.row(
              delay,
              score.bestF1().f1(),
              score.atFalseAlarmRate().recall(),
              fixed == null ? null : fixed.f1(),
              fixed == null ? null : fixed.recall(),
              fixed == null ? null : fixed.precision());
        });
    return table.toString();
  }
}
