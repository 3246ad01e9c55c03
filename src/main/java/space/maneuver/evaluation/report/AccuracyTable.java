package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.PlantedScore;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.events.DeltaVRecall;
import space.maneuver.evaluation.metrics.events.EstimateAccuracy;
import space.maneuver.math.Share;
import space.maneuver.orbit.OrbitRegime;

/** The errors of time, type and delta-v of the reported hits, as Markdown. */
final class AccuracyTable {

  private static final List<String> FIGURES =
      List.of(
          "error of the time, h",
          "90 % interval, h",
          "interval contains the event",
          "type right",
          "delta-v estimated, 5 mm/s and more",
          "delta-v wrong, 2 mm/s and more",
          "delta-v within 2 sigma");

  private static final String EXPLANATION =
      "Hits at the shipped threshold, for a match in the gap: median time between estimate and"
          + " start of the event, median length of the 90 % interval, share of these intervals that"
          + " contains some part of the event (0.9 is intended). The other columns are shares of"
          + " single burns, that is events of one thrust, with a published delta-v: the type is the"
          + " published one (\"unknown\" is wrong; higher is better); there is an estimated delta-v"
          + " (higher is better); it is wrong by more than a factor of 2 or has the wrong sign"
          + " along the track (lower is better); the published delta-v is at most two"
          + " standard deviations away (0.95 is intended). In parentheses the 95 % interval,"
          + " then the number of cases. Intervals of shares treat cases as independent, and are too"
          + " narrow where satellites differ."
          + " \"After 1\" and \"after 3\": in histories that end 1 and 3 element sets after the"
          + " first one that follows the event, when most estimates are still provisional.";

  private static final String PLANTED =
      "Burns planted into quiet times of real histories of unlabeled objects, found in the gap at"
          + " the shipped threshold, by the number of element sets a day around them. The other"
          + " columns are those of the table above, for the burns that were found.";

  private AccuracyTable() {}

  /** Returns one table of all regimes; empty without any regime. */
  static String of(Map<OrbitRegime, RegimeReport> regimes) {
    if (regimes.isEmpty()) {
      return "";
    }
    List<String> columns = new ArrayList<>(List.of("regime", "element sets"));
    columns.addAll(FIGURES);
    MarkdownTable table = new MarkdownTable("Time, type and delta-v", EXPLANATION, columns);
    regimes.forEach(
        (regime, report) -> {
          table.row(row(regime, "all", report.accuracy()));
          report
              .provisionalAccuracy()
              .forEach((delay, figures) -> table.row(row(regime, "after " + delay, figures)));
        });
    return table.toString();
  }

  /** Returns one table of all planted burns in whole histories; empty without any. */
  static String ofPlanted(Map<OrbitRegime, List<PlantedScore>> planted) {
    if (planted.isEmpty()) {
      return "";
    }
    List<String> columns = new ArrayList<>(List.of("regime", "element sets a day", "found"));
    columns.addAll(FIGURES);
    MarkdownTable table = new MarkdownTable("Planted burns", PLANTED, columns);
    planted.forEach(
        (regime, scores) -> {
          for (PlantedScore score : scores) {
            List<@Nullable Object> cells =
                new ArrayList<>(List.of(regime, cadence(score), MarkdownTable.cell(score.found())));
            cells.addAll(cells(score.accuracy()));
            table.row(cells);
          }
        });
    return table.toString();
  }

  /** Returns further tables of the planted burns, by size and soon after the burn. */
  static String plantedDetails(Map<OrbitRegime, List<PlantedScore>> planted) {
    if (planted.isEmpty()) {
      return "";
    }
    MarkdownTable sizes =
        new MarkdownTable(
            "Planted burns by delta-v",
            "Share of the planted burns that are found in the gap at the shipped threshold; higher"
                + " is better.",
            List.of("regime", "element sets a day", "delta-v, m/s", "found"));
    List<String> columns = new ArrayList<>(List.of("regime", "element sets a day", "element sets"));
    columns.addAll(FIGURES);
    MarkdownTable provisional =
        new MarkdownTable(
            "Planted burns soon after the burn",
            "The figures of planted burns in histories that end so many element sets after the"
                + " first one that follows the burn.",
            columns);
    planted.forEach(
        (regime, scores) -> {
          for (PlantedScore score : scores) {
            for (DeltaVRecall recall : score.recallByDeltaV()) {
              sizes.row(
                  regime,
                  cadence(score),
                  EstimateTables.range(recall.from(), recall.to()),
                  MarkdownTable.cell(Share.of(recall.found(), recall.events())));
            }
            score
                .provisionalAccuracy()
                .forEach(
                    (delay, figures) -> {
                      List<@Nullable Object> cells =
                          new ArrayList<>(List.of(regime, cadence(score), "after " + delay));
                      cells.addAll(cells(figures));
                      provisional.row(cells);
                    });
          }
        });
    return sizes.toString() + provisional;
  }

  private static String cadence(PlantedScore score) {
    return score.from() + (score.to() == null ? " and more" : " to " + score.to());
  }

  private static List<@Nullable Object> row(
      OrbitRegime regime, String known, EstimateAccuracy figures) {
    List<@Nullable Object> cells = new ArrayList<>(List.of(regime, known));
    cells.addAll(cells(figures));
    return cells;
  }

  private static List<String> cells(EstimateAccuracy figures) {
    return List.of(
        MarkdownTable.cell(figures.timeErrorHours()),
        MarkdownTable.cell(figures.intervalHours()),
        MarkdownTable.cell(figures.intervalContainsEvent()),
        MarkdownTable.cell(figures.typeRight()),
        MarkdownTable.cell(figures.deltaVEstimated()),
        MarkdownTable.cell(figures.deltaVWrong()),
        MarkdownTable.cell(figures.withinTwoSigma()));
  }
}
