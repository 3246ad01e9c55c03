package space.maneuver.evaluation.metrics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.events.DeltaVRecall;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
import space.maneuver.evaluation.metrics.events.EstimateAccuracy;
import space.maneuver.evaluation.metrics.events.EstimateReport;
import space.maneuver.evaluation.metrics.events.EventScore;
import space.maneuver.evaluation.metrics.events.EventScorer;
import space.maneuver.evaluation.metrics.events.EventScorer.EventScores;
import space.maneuver.evaluation.metrics.events.FalseAlarmRates;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.evaluation.metrics.windows.WindowScorer;
import space.maneuver.evaluation.metrics.windows.WindowScores;
import space.maneuver.evaluation.metrics.windows.WindowedSatellite;

/**
 * The figures of the satellites of one orbit regime. Where one threshold is needed it is the fixed
 * one, else the one with the best F1 in mode {@link MatchMode#GAP}; without either, nothing counts
 * as reported. Figures not listed by match mode are for that mode.
 *
 * @param events event scores by match mode
 * @param atFalseAlarmRates operating points by false alarms allowed per satellite-year: 0.3, 1 and
 *     3
 * @param intervals 95 % intervals of the headline figures
 * @param recallByDeltaV recall of the reported detections; empty if nothing is reported
 * @param estimates accuracy of type, delta-v and time interval of the reported detections
 * @param accuracy errors of time, type and delta-v of the reported detections, with intervals
 * @param provisionalAccuracy the same for detections in histories that end that many element sets
 *     after the first one that follows the event; empty if they were not computed
 * @param reliability reliability of the confidence of detections above 0.1, neutral ones left out
 * @param delays scores by the number of element sets after the first one that follows the burn;
 *     empty if they were not computed
 * @param windows figures by window length, d, with nothing outside a window used
 * @param windowsInContext figures of the same windows in full context, with the calibration fitted
 *     to {@code windows}; empty if the model never looks beyond a window
 */
public record RegimeReport(
    Map<MatchMode, EventScores> events,
    SortedMap<Double, FalseAlarmRates> atFalseAlarmRates,
    Uncertainty intervals,
    List<DeltaVRecall> recallByDeltaV,
    EstimateReport estimates,
    EstimateAccuracy accuracy,
    SortedMap<Integer, EstimateAccuracy> provisionalAccuracy,
    ReliabilityCurve reliability,
    SortedMap<Integer, EventScore> delays,
    SortedMap<Integer, WindowReport> windows,
    SortedMap<Integer, WindowReport> windowsInContext) {

  private static final double LEAST_CONFIDENCE = 0.1;

  /**
   * The figures for one window length.
   *
   * @param scores scores per satellite and pooled
   * @param reliability reliability of the pooled probabilities
   */
  public record WindowReport(WindowScores scores, ReliabilityCurve reliability) {

    private static WindowReport of(List<WindowedSatellite> satellites) {
      return new WindowReport(
          WindowScorer.PROTOCOL.score(satellites),
          ReliabilityCurve.of(WindowScorer.PROTOCOL.labelled(satellites)));
    }
  }

  /**
   * Computes the figures.
   *
   * @param results results of the satellites of one regime
   * @param threshold fixed threshold of events; null if none was chosen
   */
  public static RegimeReport of(List<SatelliteResult> results, @Nullable Double threshold) {
    List<DetectedSatellite> detected = results.stream().map(SatelliteResult::detected).toList();
    EventScorer scorer = EventScorer.HEADLINE.withThreshold(threshold);
    Double best = scorer.score(detected, MatchMode.GAP).pooled().bestF1().threshold();
    Double reported = threshold != null ? threshold : best;
    double least = reported == null ? Double.POSITIVE_INFINITY : reported;
    return new RegimeReport(
        scorer.score(detected),
        FalseAlarmRates.of(detected, MatchMode.GAP),
        Uncertainty.of(results, threshold),
        reported == null ? List.of() : DeltaVRecall.of(detected, MatchMode.GAP, least),
        EstimateReport.of(detected, MatchMode.GAP, least),
        EstimateAccuracy.of(detected, MatchMode.GAP, least),
        provisionalAccuracy(results, least),
        ReliabilityCurve.of(
            EventScorer.labelled(detected, MatchMode.GAP).stream()
                .filter(detection -> detection.score() > LEAST_CONFIDENCE)
                .toList()),
        delays(results, scorer),
        windows(results, SatelliteResult::windows, SatelliteResult::windowed),
        windows(results, SatelliteResult::windowsInContext, SatelliteResult::windowedInContext));
  }

  static SortedMap<Integer, EstimateAccuracy> provisionalAccuracy(
      List<SatelliteResult> results, double threshold) {
    SortedMap<Integer, EstimateAccuracy> accuracy = new TreeMap<>();
    results.stream()
        .flatMap(result -> result.provisional().keySet().stream())
        .distinct()
        .forEach(
            delay ->
                accuracy.put(
                    delay,
                    EstimateAccuracy.of(
                        results.stream().map(result -> result.provisional(delay)).toList(),
                        MatchMode.GAP,
                        threshold)));
    return accuracy;
  }

  private static SortedMap<Integer, EventScore> delays(
      List<SatelliteResult> results, EventScorer scorer) {
    SortedMap<Integer, EventScore> delays = new TreeMap<>();
    results.stream()
        .flatMap(result -> result.delayed().keySet().stream())
        .distinct()
        .forEach(
            delay ->
                delays.put(
                    delay,
                    scorer
                        .score(
                            results.stream().map(result -> result.detected(delay)).toList(),
                            MatchMode.GAP)
                        .pooled()));
    return delays;
  }

  private static SortedMap<Integer, WindowReport> windows(
      List<SatelliteResult> results,
      Function<SatelliteResult, Map<Integer, List<ScoredWindow>>> all,
      BiFunction<SatelliteResult, Integer, WindowedSatellite> ofLength) {
    SortedMap<Integer, WindowReport> windows = new TreeMap<>();
    results.stream()
        .flatMap(result -> all.apply(result).keySet().stream())
        .distinct()
        .forEach(
            days ->
                windows.put(
                    days,
                    WindowReport.of(
                        results.stream().map(result -> ofLength.apply(result, days)).toList())));
    return windows;
  }
}
