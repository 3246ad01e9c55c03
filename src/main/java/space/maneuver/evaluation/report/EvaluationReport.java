package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.QuietScore;
import space.maneuver.evaluation.metrics.RegimeReport;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.events.EventScorer;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.events.OperatingPoint;
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
}
