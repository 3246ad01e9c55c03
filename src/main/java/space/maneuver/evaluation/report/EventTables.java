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

/** The scores of events of a {@link RegimeReport} as Markdown. */
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
    scores.keySet().forEach(mode -> columns.add("F1 " + mode.label()));
    columns.addAll(List.of("recall at 1 FA/yr", "AP", "F1 at fixed threshold", "timing error, h"));
    MarkdownTable table = new MarkdownTable(regime + ": events", columns);
    for (String name : gap(scores).satellites().keySet()) {
      table.row(row(name, scores, each -> Objects.requireNonNull(each.satellites().get(name))));
    }
    table.row(row(MarkdownTable.POOLED, scores, EventScores::pooled));
    return table
        + "F1 at the best threshold in hindsight; what follows it is for a match in the gap.\n\n";
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
            regime + ": events at the fixed threshold",
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
        new MarkdownTable(regime + ": by false alarms allowed per satellite-year", columns);
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
            regime + ": by element sets seen after the one that follows the burn",
            List.of(
                "element sets",
                "best F1",
                "recall at 1 FA/yr",
                "F1 at fixed threshold",
                "recall at fixed threshold",
                "precision at fixed threshold"));
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
