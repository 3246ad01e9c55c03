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
 * @param bestF1 by match mode's label, at the threshold that is best in hindsight
 * @param recallAtOneFalseAlarmPerYear for a match in the gap
 * @param windows by window length, d, nothing outside the window used; without lengths whose
 *     windows do not show both kinds
 * @param windowsInContext the same seen with everything around them
 */
public record HeadlineFigures(
    Map<String, Double> bestF1,
    double recallAtOneFalseAlarmPerYear,
    SortedMap<Integer, WindowFigures> windows,
    SortedMap<Integer, WindowFigures> windowsInContext) {

  /**
   * How well windows with a burn are told from others.
   *
   * @param auroc as in {@link WindowScore}
   * @param averagePrecision as in {@link WindowScore}
   */
  public record WindowFigures(double auroc, double averagePrecision) {}

  /** The figures by regime, of results that may be uncalibrated. */
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
