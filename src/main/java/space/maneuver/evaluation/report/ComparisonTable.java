package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.HeadlineFigures;
import space.maneuver.evaluation.metrics.HeadlineFigures.WindowFigures;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.orbit.OrbitRegime;

/** Detectors side by side, as Markdown: one table per regime. */
public final class ComparisonTable {

  private static final int[] WINDOW_DAYS = {30, 60};
  private static final String EXPLANATION =
      "F1 of events at the best threshold in hindsight, for a match in the gap or within 12, 24 and"
          + " 48 h. Windows of 30 and 60 days: AUROC / average precision; \"alone\" nothing outside"
          + " the window is used, \"in context\" the detector also uses the element sets around it."
          + " All figures are 0 to 1; higher is better.";

  private ComparisonTable() {}

  /**
   * Returns the tables.
   *
   * @param detectors figures by name of the detector, in the order of the rows
   */
  public static String of(Map<String, ? extends Map<OrbitRegime, HeadlineFigures>> detectors) {
    SortedSet<OrbitRegime> regimes = new TreeSet<>();
    detectors.values().forEach(figures -> regimes.addAll(figures.keySet()));
    StringBuilder text = new StringBuilder();
    for (OrbitRegime regime : regimes) {
      MarkdownTable table = new MarkdownTable(regime + ": comparison", EXPLANATION, columns());
      detectors.forEach(
          (name, figures) -> {
            HeadlineFigures own = figures.get(regime);
            if (own != null) {
              table.row(row(name, own));
            }
          });
      text.append(table);
    }
    return text.toString();
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("detector"));
    for (MatchMode mode : MatchMode.values()) {
      columns.add("F1, " + mode.label());
    }
    columns.add("recall at 1 false alarm per year");
    for (int days : WINDOW_DAYS) {
      columns.add(days + " d alone");
      columns.add(days + " d in context");
    }
    return columns;
  }

  private static List<@Nullable Object> row(String name, HeadlineFigures figures) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(name);
    for (MatchMode mode : MatchMode.values()) {
      cells.add(figures.bestF1().get(mode.label()));
    }
    cells.add(figures.recallAtOneFalseAlarmPerYear());
    for (int days : WINDOW_DAYS) {
      cells.add(cell(figures.windows(), days));
      cells.add(cell(figures.windowsInContext(), days));
    }
    return cells;
  }

  private static @Nullable String cell(SortedMap<Integer, WindowFigures> windows, int days) {
    WindowFigures figures = windows.get(days);
    return figures == null
        ? null
        : MarkdownTable.cell(figures.auroc())
            + " / "
            + MarkdownTable.cell(figures.averagePrecision());
  }
}
