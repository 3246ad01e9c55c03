package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.QuietScore;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.RegimeReport.WindowReport;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.events.EventScorer;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.events.OperatingPoint;
import space.maneuver.evaluation.metrics.windows.WindowScore;
import space.maneuver.evaluation.metrics.windows.WindowScorer;
import space.maneuver.orbit.OrbitRegime;

/**
 * The figures of an evaluation, by orbit regime. Jackson writes it as it is.
 *
 * @param regimes those that have a satellite with published burns
 * @param neverManeuvering false alarms on objects without burns, also of other regimes
 * @param precisionRecall pooled, for a match in the gap, from the surest detection on, at most 200
 *     points
 */
public record EvaluationReport(
    Map<OrbitRegime, RegimeReport> regimes,
    Map<OrbitRegime, List<QuietScore>> neverManeuvering,
    Map<OrbitRegime, List<OperatingPoint>> precisionRecall) {

  /**
   * Scores events in all match modes and windows of all lengths by the protocols of {@link
   * EventScorer} and {@link WindowScorer}.
   *
   * @param quiet objects that never maneuvered
   * @param thresholds detection scores chosen beforehand, at which events are also scored; regimes
   *     may be missing
   * @throws IllegalArgumentException when two satellites of a regime have the same name, or a
   *     window's score is no probability
   */
  public static EvaluationReport of(
      List<SatelliteResult> results, List<QuietObject> quiet, Map<OrbitRegime, Double> thresholds) {
    Map<OrbitRegime, List<SatelliteResult>> grouped = new EnumMap<>(OrbitRegime.class);
    for (SatelliteResult result : results) {
      grouped.computeIfAbsent(result.satellite().regime(), regime -> new ArrayList<>()).add(result);
    }
    Map<OrbitRegime, RegimeReport> regimes = new EnumMap<>(OrbitRegime.class);
    Map<OrbitRegime, List<OperatingPoint>> curves = new EnumMap<>(OrbitRegime.class);
    grouped.forEach(
        (regime, members) -> {
          regimes.put(regime, RegimeReport.of(members, thresholds.get(regime)));
          curves.put(
              regime,
              EventScorer.curve(
                  members.stream().map(SatelliteResult::detected).toList(), MatchMode.GAP));
        });
    return new EvaluationReport(regimes, QuietScore.of(quiet, thresholds), curves);
  }

  /** The figures as Markdown tables. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    regimes.forEach(
        (regime, report) ->
            text.append(EventTables.of(regime, report))
                .append(EstimateTables.of(regime, report))
                .append(WindowTable.all(regime, report)));
    return text.append(QuietTable.of(this)).toString();
  }

  /** What an {@link EvaluationReport} says of objects without burns, as Markdown. */
  private static final class QuietTable {

    private QuietTable() {}

    static String of(EvaluationReport report) {
      String unlabelled =
          Arrays.stream(OrbitRegime.values())
              .filter(regime -> !report.regimes().containsKey(regime))
              .map(OrbitRegime::name)
              .collect(Collectors.joining(", "));
      String note =
          unlabelled.isEmpty()
              ? ""
              : "Without a satellite with published burns, so that nothing above is about them: "
                  + unlabelled
                  + ".\n\n";
      if (report.neverManeuvering().isEmpty()) {
        return note;
      }
      MarkdownTable table =
          new MarkdownTable(
              "Objects that never maneuver",
              List.of(
                  "regime",
                  "histories",
                  "objects",
                  "object-years",
                  "threshold",
                  "false alarms",
                  "per object and year",
                  "per object and month",
                  "objects with any"));
      report
          .neverManeuvering()
          .forEach(
              (regime, scores) -> {
                for (QuietScore score : scores) {
                  table.row(
                      regime,
                      score.source().label(),
                      score.objects(),
                      score.objectYears(),
                      score.threshold(),
                      score.falseAlarms(),
                      score.perObjectYear(),
                      score.perObjectMonth(),
                      score.objectsWithFalseAlarms());
                }
              });
      return table + note;
    }
  }

  /** The window figures of a {@link RegimeReport} as Markdown. */
  private static final class WindowTable {

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
              (days, windows) ->
                  text.append(of(title(regime, days) + " in full context", windows)));
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
}
