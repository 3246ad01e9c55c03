package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import space.maneuver.orbit.OrbitRegime;

/**
 * The figures of an evaluation, by orbit regime. Jackson writes it as it is.
 *
 * @param regimes those that have a satellite
 */
public record EvaluationReport(Map<OrbitRegime, RegimeReport> regimes) {

  /**
   * Scores events in all match modes and windows of all lengths by the protocols of {@link
   * EventScorer} and {@link WindowScorer}.
   *
   * @param thresholds detection scores chosen beforehand, at which events are also scored; regimes
   *     may be missing
   * @throws IllegalArgumentException when two satellites of a regime have the same name, or a
   *     window's score is no probability
   */
  public static EvaluationReport of(
      List<SatelliteResult> results, Map<OrbitRegime, Double> thresholds) {
    Map<OrbitRegime, List<SatelliteResult>> grouped = new EnumMap<>(OrbitRegime.class);
    for (SatelliteResult result : results) {
      grouped.computeIfAbsent(result.satellite().regime(), regime -> new ArrayList<>()).add(result);
    }
    Map<OrbitRegime, RegimeReport> regimes = new EnumMap<>(OrbitRegime.class);
    grouped.forEach(
        (regime, members) -> regimes.put(regime, RegimeReport.of(members, thresholds.get(regime))));
    return new EvaluationReport(regimes);
  }

  /** The figures as Markdown: tables of events, of recall by delta-v, and of windows. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    regimes.forEach(
        (regime, report) -> {
          text.append(EventTables.of(regime, report));
          report
              .windows()
              .forEach(
                  (days, windows) ->
                      text.append(
                          WindowTable.of(regime + ": windows of " + days + " days", windows)));
          report
              .windowsInContext()
              .forEach(
                  (days, windows) ->
                      text.append(
                          WindowTable.of(
                              regime + ": windows of " + days + " days in full context", windows)));
        });
    return text.toString();
  }
}
