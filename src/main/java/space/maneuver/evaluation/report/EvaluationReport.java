package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.PlantedResult;
import space.maneuver.evaluation.metrics.PlantedScore;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.QuietScore;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.RegimeReport.WindowReport;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.catalogue.CatalogueScore;
import space.maneuver.evaluation.metrics.events.EventScorer;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.events.OperatingPoint;
import space.maneuver.evaluation.metrics.windows.WindowScore;
import space.maneuver.evaluation.metrics.windows.WindowScorer;
import space.maneuver.orbit.OrbitRegime;

/**
 * The figures of an evaluation, by orbit regime. Jackson writes this record as it is.
 *
 * @param regimes figures of the regimes that have a satellite with published burns
 * @param neverManeuvering false alarms on objects without burns, in any regime
 * @param planted how planted burns are found and described, by regime and cadence
 * @param catalogue false alarms and found burns on histories without published burns
 * @param precisionRecall operating points in order of falling threshold, satellites pooled, for a
 *     match in the gap; at most 200 a regime
 */
public record EvaluationReport(
    Map<OrbitRegime, RegimeReport> regimes,
    Map<OrbitRegime, List<QuietScore>> neverManeuvering,
    Map<OrbitRegime, List<PlantedScore>> planted,
    CatalogueScore catalogue,
    Map<OrbitRegime, List<OperatingPoint>> precisionRecall) {

  /** Heading between the figures that decide and all others, for a card that separates them. */
  public static final String DETAILS = "## Details";

  /**
   * Scores events in all match modes and windows of all lengths by the protocols of {@link
   * EventScorer} and {@link WindowScorer}.
   *
   * @param quiet objects that never maneuvered
   * @param planted real histories with planted burns
   * @param catalogue figures of histories without published burns
   * @param thresholds shipped thresholds, at which events are also scored; regimes may be missing
   * @throws IllegalArgumentException if two satellites of a regime have the same name, or the score
   *     of a window is not a probability
   */
  public static EvaluationReport of(
      List<SatelliteResult> results,
      List<QuietObject> quiet,
      List<PlantedResult> planted,
      CatalogueScore catalogue,
      Map<OrbitRegime, Double> thresholds) {
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
    return new EvaluationReport(
        regimes,
        QuietScore.of(quiet, thresholds),
        PlantedScore.of(planted, thresholds),
        catalogue,
        curves);
  }

  /** Returns {@link #summary()} and {@link #details()}. */
  public String markdown() {
    return summary() + details();
  }

  /** Returns the figures at the shipped thresholds and the terms in use, as Markdown. */
  public String summary() {
    return SummaryTables.of(this);
  }

  /** Returns every table, below the heading {@value #DETAILS}, as Markdown. */
  public String details() {
    StringBuilder text = new StringBuilder(DETAILS).append("\n\n");
    regimes.forEach(
        (regime, report) ->
            text.append(EventTables.of(regime, report))
                .append(EstimateTables.of(regime, report))
                .append(WindowTable.all(regime, report)));
    return text.append(QuietTable.of(this))
        .append(AccuracyTable.plantedDetails(planted))
        .append(CatalogueTables.details(catalogue))
        .toString();
  }

  /** The false alarms on objects without burns, as Markdown. */
  private static final class QuietTable {

    private QuietTable() {}

    static String of(EvaluationReport report) {
      if (report.neverManeuvering().isEmpty()) {
        return "";
      }
      MarkdownTable table =
          new MarkdownTable(
              "Objects that never maneuver",
              "Every detection at or above the shipped threshold is a false alarm; lower is better."
                  + " A history is one object or one quiet stretch of a satellite.",
              List.of(
                  "regime",
                  "source",
                  "histories",
                  "object-years",
                  "threshold",
                  "false alarms",
                  "per object-year",
                  "per object-month",
                  "histories with any"));
      report
          .neverManeuvering()
          .forEach(
              (regime, scores) -> {
                for (QuietScore score : scores) {
                  table.row(
                      regime,
                      score.source().title(),
                      score.objects(),
                      score.objectYears(),
                      score.threshold(),
                      score.falseAlarms(),
                      score.perObjectYear(),
                      score.perObjectMonth(),
                      score.objectsWithFalseAlarms());
                }
              });
      return table.toString();
    }
  }

  /** The window figures of a {@link RegimeReport} as Markdown. */
  private static final class WindowTable {

    private static final List<String> COLUMNS =
        List.of(
            "satellite",
            "windows",
            "share with a burn",
            "AUROC",
            "average precision",
            "best F1",
            "F1 at 0.5",
            "balanced accuracy at 0.5",
            "F1 of always yes",
            "calibration error");

    private WindowTable() {}

    static String all(OrbitRegime regime, RegimeReport report) {
      StringBuilder text = new StringBuilder();
      report
          .windows()
          .forEach(
              (days, windows) ->
                  text.append(
                      of(
                          title(regime, days),
                          "Windows in which a burn starts against those without, nothing outside the"
                              + " window used.",
                          windows)));
      report
          .windowsInContext()
          .forEach(
              (days, windows) ->
                  text.append(
                      of(
                          title(regime, days) + " in full context",
                          "The same windows when the model also uses the element sets around them.",
                          windows)));
      return text.toString();
    }

    private static String title(OrbitRegime regime, int days) {
      return regime + ": windows of " + days + " days";
    }

    private static String of(String title, String subject, WindowReport report) {
      MarkdownTable table =
          new MarkdownTable(
              title,
              subject
                  + " Figures are 0 to 1 and higher is better, except for the calibration error:"
                  + " the mean distance of predicted probability and observed frequency. \"Best F1\""
                  + " takes the best threshold in hindsight, \"at 0.5\" a probability of 0.5, and"
                  + " \"always yes\" is a detector that reports a burn in every window.",
              COLUMNS);
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
