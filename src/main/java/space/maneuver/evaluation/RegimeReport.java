package space.maneuver.evaluation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the satellites of one orbit regime.
 *
 * @param events by match mode
 * @param recallByDeltaV in mode {@link MatchMode#GAP}, at the fixed threshold, else at that of the
 *     best F1; empty when there is neither
 * @param windows by window length, d; nothing outside a window was used
 * @param windowsInContext the same seen with everything around them, with the calibration that was
 *     fitted to {@code windows}; empty where the model never looks beyond a window
 */
public record RegimeReport(
    Map<MatchMode, EventScores> events,
    List<DeltaVRecall> recallByDeltaV,
    SortedMap<Integer, WindowReport> windows,
    SortedMap<Integer, WindowReport> windowsInContext) {

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

  static RegimeReport of(List<SatelliteResult> results, @Nullable Double threshold) {
    List<DetectedSatellite> detected = results.stream().map(SatelliteResult::detected).toList();
    Map<MatchMode, EventScores> events =
        EventScorer.HEADLINE.withThreshold(threshold).score(detected);
    Double reported =
        threshold != null
            ? threshold
            : EventScorer.HEADLINE.score(detected, MatchMode.GAP).pooled().bestF1().threshold();
    return new RegimeReport(
        events,
        reported == null ? List.of() : DeltaVRecall.of(detected, MatchMode.GAP, reported),
        windows(results, SatelliteResult::windows, SatelliteResult::windowed),
        windows(results, SatelliteResult::windowsInContext, SatelliteResult::windowedInContext));
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
