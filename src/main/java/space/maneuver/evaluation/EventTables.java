package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/** The event figures of a {@link RegimeReport} as Markdown. */
final class EventTables {

  private EventTables() {}

  static String of(OrbitRegime regime, RegimeReport report) {
    return scores(regime, report.events()) + recallByDeltaV(regime, report.recallByDeltaV());
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

  private static String recallByDeltaV(OrbitRegime regime, Collection<DeltaVRecall> recalls) {
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
}
