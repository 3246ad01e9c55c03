package space.maneuver.evaluation.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.events.EventBlock;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.evaluation.metrics.windows.WindowMetrics;
import space.maneuver.evaluation.metrics.windows.WindowScore;
import space.maneuver.evaluation.metrics.windows.WindowScorer;
import space.maneuver.evaluation.metrics.windows.WindowedSatellite;
import space.maneuver.math.Bootstrap;
import space.maneuver.math.Interval;
import space.maneuver.math.LabelledScore;

/**
 * Bootstrap intervals (95 %) of the headline figures, see {@link Bootstrap}.
 *
 * @param satellites intervals by satellite and figure, from resampled blocks of a year
 * @param pooled intervals by figure, from resampled satellites and blocks
 */
public record Uncertainty(
    Map<String, Map<String, Interval>> satellites, Map<String, Interval> pooled) {

  static Uncertainty of(List<SatelliteResult> results, @Nullable Double threshold) {
    Uncertainty uncertainty = new Uncertainty(new LinkedHashMap<>(), new LinkedHashMap<>());
    Map<String, List<EventBlock>> events = new LinkedHashMap<>();
    for (SatelliteResult result : results) {
      events.put(result.satellite().name(), EventBlock.of(result.detected(), MatchMode.GAP));
    }
    uncertainty.add(events, "", (prefix, blocks) -> EventBlock.figures(blocks, threshold));
    uncertainty.addWindows(results, "", SatelliteResult::windows, SatelliteResult::windowed);
    uncertainty.addWindows(
        results, " full", SatelliteResult::windowsInContext, SatelliteResult::windowedInContext);
    return uncertainty;
  }

  private void addWindows(
      List<SatelliteResult> results,
      String context,
      Function<SatelliteResult, Map<Integer, List<ScoredWindow>>> all,
      BiFunction<SatelliteResult, Integer, WindowedSatellite> ofLength) {
    results.stream()
        .flatMap(result -> all.apply(result).keySet().stream())
        .distinct()
        .sorted()
        .forEach(
            days -> {
              Map<String, List<List<LabelledScore>>> blocks = new LinkedHashMap<>();
              for (SatelliteResult result : results) {
                blocks.put(
                    result.satellite().name(),
                    WindowScorer.PROTOCOL.blocks(ofLength.apply(result, days)));
              }
              add(blocks, days + " d" + context + " ", Uncertainty::windowFigures);
            });
  }

  private <B> void add(
      Map<String, List<B>> blocks,
      String prefix,
      BiFunction<String, List<B>, Map<String, @Nullable Double>> figures) {
    blocks.forEach(
        (name, own) ->
            satellites
                .computeIfAbsent(name, unseen -> new LinkedHashMap<>())
                .putAll(Bootstrap.intervals(List.of(own), drawn -> figures.apply(prefix, drawn))));
    pooled.putAll(
        Bootstrap.intervals(List.copyOf(blocks.values()), drawn -> figures.apply(prefix, drawn)));
  }

  private static Map<String, @Nullable Double> windowFigures(
      String prefix, List<List<LabelledScore>> blocks) {
    WindowScore score = WindowMetrics.of(blocks.stream().flatMap(List::stream).toList());
    Map<String, @Nullable Double> figures = new LinkedHashMap<>();
    figures.put(prefix + "AUROC", score.auroc());
    figures.put(prefix + "AP", score.averagePrecision());
    return figures;
  }
}
