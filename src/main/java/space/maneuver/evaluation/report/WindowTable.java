package space.maneuver.evaluation.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.RegimeReport.WindowReport;
import space.maneuver.evaluation.metrics.windows.WindowScore;
import space.maneuver.orbit.OrbitRegime;

/** The window figures of a {@link RegimeReport} as Markdown. */
final class WindowTable {

  private static final List<String> COLUMNS =
      List.of(
          "satellite",
          "windows",
          "with a burn",
          "AUROC",
          "AP",
          "best F1",
          "F1 at 0.5",
          "balanced accuracy at 0.5",
          "F1 of always yes",
          "calibration error");

  private WindowTable() {}

  static String all(OrbitRegime regime, RegimeReport report) {
    StringBuilder text = new StringBuilder();
    report.windows().forEach((days, windows) -> text.append(of(title(regime, days), windows)));
    report
        .windowsInContext()
        .forEach(
            (days, windows) -> text.append(of(title(regime, days) + " in full context", windows)));
    return text.toString();
  }

  private static String title(OrbitRegime regime, int days) {
    return regime + ": windows of " + days + " days";
  }

  private static String of(String title, WindowReport report) {
    MarkdownTable table = new MarkdownTable(title, COLUMNS);
    report.scores().satellites().forEach((name, score) -> row(table, name, score, null));
    row(
        table,
        MarkdownTable.POOLED,
        report.scores().pooled(),
        report.reliability().expectedCalibrationError());
    return table.toString();
  }

  private static void row(
      MarkdownTable table, String name, WindowScore score, @Nullable Double calibrationError) {
    table.row(
        name,
        score.windows(),
        score.prevalence(),
        score.auroc(),
        score.averagePrecision(),
        score.bestF1(),
        score.f1AtHalf(),
        score.balancedAccuracyAtHalf(),
        score.f1AlwaysYes(),
        calibrationError);
  }
}
