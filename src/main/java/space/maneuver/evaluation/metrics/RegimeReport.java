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
 * one, else that of the best F1 in mode {@link MatchMode#GAP}; where there is neither, nothing
 * counts as reported. What is not by match mode is for that mode.
 *
 * @param events by match mode
 * @param atFalseAlarmRates by false alarms allowed per satellite-year: 0.3, 1 and 3
 * @param intervals 95 % intervals of the headline figures
 * @param recallByDeltaV of the reported detections; empty when nothing is reported
 * @param estimates what the reported detections say beyond their time
 * @param reliability of the confidence of detections above 0.1, neutral ones left out
 * @param delays by the number of element sets seen after the one that follows the burn; empty where
 *     that was not asked
 * @param windows by window length, d; nothing outside a window was used
 * @param windowsInContext the same seen with everything around them, with the calibration that was
 *     fitted to {@code windows}; empty where the model never looks beyond a window
 */
public record RegimeReport(
    Map<MatchMode, EventScores> events,
    SortedMap<Double, FalseAlarmRates> atFalseAlarmRates,
    Uncertainty intervals,
    List<DeltaVRecall> recallByDeltaV,
    EstimateReport estimates,
    ReliabilityCurve reliability,
    SortedMap<Integer, EventScore> delays,
    SortedMap<Integer, WindowReport> windows,
    SortedMap<Integer, WindowReport> windowsInContext) {

  private static final double LEAST_CONFIDENCE = 0.1;

  /**
   * The figures for one window length.
   *
   * @param scores per satellite and pooled
   * @param reliability of the pooled probabilities
   */
  public record WindowReport(WindowScores scores, ReliabilityCurve reliability) {

    private static WindowReport of(List<WindowedSatellite> satellites) {
      return new WindowReport(
          WindowScorer.PROTOCOL.score(satellites),
          ReliabilityCurve.of(WindowScorer.PROTOCOL.labelled(satellites)));
    }
  }

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
        ReliabilityCurve.of(
            EventScorer.labelled(detected, MatchMode.GAP).stream()
                .filter(detection -> detection.score() > LEAST_CONFIDENCE)
                .toList()),
        delays(results, scorer),
        windows(results, SatelliteResult::windows, SatelliteResult::windowed),
        windows(results, SatelliteResult::windowsInContext, SatelliteResult::windowedInContext));
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
