package space.maneuver.evaluation.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import space.maneuver.evaluation.metrics.events.EventScore;
import space.maneuver.evaluation.metrics.events.EventScorer;
import space.maneuver.evaluation.metrics.events.EventScorer.EventScores;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.evaluation.metrics.windows.WindowScore;
import space.maneuver.evaluation.metrics.windows.WindowScorer;
import space.maneuver.evaluation.metrics.windows.WindowedSatellite;
import space.maneuver.orbit.OrbitRegime;

/**
 * The few figures of a regime by which detectors are compared.
 *
 * @param bestF1 F1 at the best threshold in hindsight, by label of the match mode
 * @param recallAtOneFalseAlarmPerYear recall for a match in the gap, 0 to 1
 * @param windows figures by window length, d, with nothing outside the window used; lengths without
 *     windows of both classes are left out
 * @param windowsInContext figures of the same windows in full context
 */
public record HeadlineFigures(
    Map<String, Double> bestF1,
    double recallAtOneFalseAlarmPerYear,
    SortedMap<Integer, WindowFigures> windows,
    SortedMap<Integer, WindowFigures> windowsInContext) {

  /**
   * How well windows with a burn are separated from those without.
   *
   * @param auroc as in {@link WindowScore}
   * @param averagePrecision as in {@link WindowScore}
   */
  public record WindowFigures(double auroc, double averagePrecision) {}

  /** Computes the figures by regime; the results may be uncalibrated. */
  public static SortedMap<OrbitRegime, HeadlineFigures> of(List<SatelliteResult> results) {
    SortedMap<OrbitRegime, List<SatelliteResult>> grouped = new TreeMap<>();
    for (SatelliteResult result : results) {
      grouped.computeIfAbsent(result.satellite().regime(), regime -> new ArrayList<>()).add(result);
    }
    SortedMap<OrbitRegime, HeadlineFigures> figures = new TreeMap<>();
    grouped.forEach((regime, members) -> figures.put(regime, ofRegime(members)));
    return figures;
  }

  private static HeadlineFigures ofRegime(List<SatelliteResult> results) {
    Map<MatchMode, EventScores> scores =
        EventScorer.HEADLINE.score(results.stream().map(SatelliteResult::detected).toList());
    Map<String, Double> bestF1 = new TreeMap<>();
    scores.forEach((mode, score) -> bestF1.put(mode.label(), score.pooled().bestF1().f1()));
    EventScore gap = Objects.requireNonNull(scores.get(MatchMode.GAP)).pooled();
    return new HeadlineFigures(
        bestF1,
        gap.atFalseAlarmRate().recall(),
        windows(results, SatelliteResult::windows, SatelliteResult::windowed),
        windows(results, SatelliteResult::windowsInContext, SatelliteResult::windowedInContext));
  }

  private static SortedMap<Integer, WindowFigures> windows(
      List<SatelliteResult> results,
      Function<SatelliteResult, Map<Integer, List<ScoredWindow>>> all,
      BiFunction<SatelliteResult, Integer, WindowedSatellite> ofLength) {
    SortedMap<Integer, WindowFigures> figures = new TreeMap<>();
    results.stream()
        .flatMap(result -> all.apply(result).keySet().stream())
        .distinct()
        .forEach(
            days -> {
              WindowScore pooled =
                  WindowScorer.PROTOCOL
                      .score(results.stream().map(result -> ofLength.apply(result, days)).toList())
                      .pooled();
              if (pooled.auroc() != null && pooled.averagePrecision() != null) {
                figures.put(days, new WindowFigures(pooled.auroc(), pooled.averagePrecision()));
              }
            });
    return figures;
  }
}
