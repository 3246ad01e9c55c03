package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.QuietScore;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.events.EventScore;
import space.maneuver.evaluation.metrics.events.EventScorer.EventScores;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.events.OperatingPoint;
import space.maneuver.orbit.OrbitRegime;

/** The figures that decide, at the shipped thresholds, and the terms they use, as Markdown. */
final class SummaryTables {

  private static final String TERMS =
      """
      ## Terms

      - **burn**, **event**: a burn is one published thrust or one entry of a maneuver log. Burns \
      that start at most a day after the previous one ended form one event, the unit that is \
      counted. Only events inside the time that both element sets and log cover are counted, so \
      there are fewer events than burns.
      - **gap**: the interval between two consecutive element sets.
      - **hit**: a detection that matches an event, one to one. "In the gap" it lies in the same \
      gap as the event, or in a neighboring gap and at most 3 days away; "12 h", "24 h" and "48 h" \
      allow that much time between them instead.
      - **false alarm**: a detection that matches no event.
      - **precision**: hits divided by hits and false alarms. **recall**: hits divided by events. \
      **F1**: their harmonic mean. All are 0 to 1, higher is better.
      - **shipped threshold**: the confidence from which the model reports a detection, set per \
      regime. **best threshold in hindsight**: the one that gives the highest F1 on these very \
      results, an upper bound.
      - **AUROC**: area under the receiver operating characteristic, the probability that a window \
      with a burn scores higher than one without: 0.5 is chance, 1 is perfect. **average precision**: \
      area under precision over recall, 0 to 1, higher is better.
      - **pooled**: all satellites of a regime together, with one threshold.
      - **in full context**: the model also uses element sets outside the window.

      """;

  private SummaryTables() {}

  static String of(EvaluationReport report) {
    return "## Accuracy at the shipped threshold\n\n"
        + byRegime(report)
        + unmeasured(report)
        + CatalogueTables.of(report.catalogue())
        + AccuracyTable.of(report.regimes())
        + AccuracyTable.ofPlanted(report.planted())
        + bySatellite(report)
        + TERMS;
  }

  private static String byRegime(EvaluationReport report) {
    MarkdownTable table =
        new MarkdownTable(
            "By orbit regime",
            "Satellites that the scoring network never saw, pooled, for a match in the gap. Precision,"
                + " recall and F1 are 0 to 1, higher is better; \"recall within 24 h\" is the share of"
                + " events with a detection at most 24 h away. False alarms are per satellite-year,"
                + " and per object-year for objects that never maneuver; lower is better.",
            List.of(
                "regime",
                "satellites",
                "events",
                "threshold",
                "F1",
                "precision",
                "recall",
                "recall within 24 h",
                "false alarms per year",
                "false alarms per year, never maneuvering"));
    for (OrbitRegime regime : OrbitRegime.values()) {
      RegimeReport figures = report.regimes().get(regime);
      List<@Nullable Object> cells = new ArrayList<>(List.of(regime));
      if (figures == null) {
        cells.addAll(Collections.<@Nullable Object>nCopies(8, null));
        cells.set(1, 0);
        cells.add(quietRate(report.neverManeuvering().get(regime)));
        table.row(cells);
        continue;
      }
      EventScores gap = scores(figures, MatchMode.GAP);
      cells.add(gap.satellites().size());
      cells.add(gap.pooled().events());
      OperatingPoint fixed = gap.pooled().fixed();
      cells.add(fixed == null ? null : fixed.threshold());
      addPoint(cells, fixed, scores(figures, MatchMode.HOURS_24).pooled().fixed());
      cells.add(quietRate(report.neverManeuvering().get(regime)));
      table.row(cells);
    }
    return table.toString();
  }

  private static void addPoint(
      List<@Nullable Object> cells,
      @Nullable OperatingPoint inGap,
      @Nullable OperatingPoint within24Hours) {
    cells.add(inGap == null ? null : inGap.f1());
    cells.add(inGap == null ? null : inGap.precision());
    cells.add(inGap == null ? null : inGap.recall());
    cells.add(within24Hours == null ? null : within24Hours.recall());
    cells.add(inGap == null ? null : inGap.falseAlarmsPerYear());
  }

  private static @Nullable Double quietRate(@Nullable List<QuietScore> scores) {
    if (scores == null) {
      return null;
    }
    double falseAlarms = 0;
    double years = 0;
    for (QuietScore score : scores) {
      if (score.falseAlarms() != null) {
        falseAlarms += score.falseAlarms();
        years += score.objectYears();
      }
    }
    return years > 0 ? falseAlarms / years : null;
  }

  private static String unmeasured(EvaluationReport report) {
    String regimes =
        Arrays.stream(OrbitRegime.values())
            .filter(regime -> !report.regimes().containsKey(regime))
            .map(OrbitRegime::name)
            .collect(Collectors.joining(", "));
    return regimes.isEmpty()
        ? ""
        : "**Not measured**, for lack of satellites with published burns: " + regimes + ".\n\n";
  }

  private static String bySatellite(EvaluationReport report) {
    MarkdownTable table =
        new MarkdownTable(
            "By satellite",
            "The same figures for each satellite, at the threshold of its regime. The timing error is"
                + " the median time between a hit and the start of its event, over hits at any"
                + " threshold; lower is better.",
            List.of(
                "satellite",
                "regime",
                "events",
                "years",
                "F1",
                "precision",
                "recall",
                "recall within 24 h",
                "false alarms per year",
                "timing error, h"));
    report
        .regimes()
        .forEach(
            (regime, figures) -> {
              Map<String, EventScore> within24Hours =
                  scores(figures, MatchMode.HOURS_24).satellites();
              scores(figures, MatchMode.GAP)
                  .satellites()
                  .forEach(
                      (name, score) -> {
                        List<@Nullable Object> cells =
                            new ArrayList<>(
                                List.of(name, regime, score.events(), score.satelliteYears()));
                        addPoint(
                            cells,
                            score.fixed(),
                            Objects.requireNonNull(within24Hours.get(name)).fixed());
                        cells.add(score.medianTimingErrorHours());
                        table.row(cells);
                      });
            });
    return table.toString();
  }

  private static EventScores scores(RegimeReport figures, MatchMode mode) {
    return Objects.requireNonNull(figures.events().get(mode));
  }
}
