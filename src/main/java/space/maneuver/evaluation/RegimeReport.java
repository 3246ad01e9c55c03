package space.maneuver.evaluation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the satellites of one orbit regime.
 *
 * @param events by match mode
 * @param recallByDeltaV in mode {@link MatchMode#GAP}, at the fixed threshold, else at that of the
 *     best F1; empty when there is neither
 * @param windows by window length, d
 */
public record RegimeReport(
    Map<MatchMode, EventScores> events,
    List<DeltaVRecall> recallByDeltaV,
    SortedMap<Integer, WindowReport> windows) {

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
    SortedMap<Integer, WindowReport> windows = new TreeMap<>();
    results.stream()
        .flatMap(result -> result.windows().keySet().stream())
        .distinct()
        .forEach(
            days ->
                windows.put(
                    days,
                    WindowReport.of(
                        results.stream().map(result -> result.windowed(days)).toList())));
    Double reported =
        threshold != null
            ? threshold
            : EventScorer.HEADLINE.score(detected, MatchMode.GAP).pooled().bestF1().threshold();
    return new RegimeReport(
        events,
        reported == null ? List.of() : DeltaVRecall.of(detected, MatchMode.GAP, reported),
        windows);
  }
}
