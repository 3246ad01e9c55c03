package space.maneuver.evaluation.metrics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.events.DeltaVRecall;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
import space.maneuver.evaluation.metrics.events.EstimateAccuracy;
import space.maneuver.evaluation.metrics.events.EventScorer;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.math.Share;
import space.maneuver.orbit.OrbitRegime;

/**
 * How planted burns are found and described at a cadence.
 *
 * @param from least number of element sets per day, inclusive
 * @param to greatest number, exclusive; null for any
 * @param found share of the planted burns that are found in the gap at the shipped threshold
 * @param recallByDeltaV the same by size of the burn
 * @param accuracy errors of time, type and delta-v of those found
 * @param provisionalAccuracy the same in histories that end that many element sets after the first
 *     one that follows the burn
 */
public record PlantedScore(
    double from,
    @Nullable Double to,
    Share found,
    List<DeltaVRecall> recallByDeltaV,
    EstimateAccuracy accuracy,
    SortedMap<Integer, EstimateAccuracy> provisionalAccuracy) {

  /** Bounds of the cadences that are reported separately, element sets per day. */
  private static final double[] CADENCES = {0, 1.5, 2.25, 3.25};

  /**
   * Computes the scores by regime, in order of cadence; regimes without a threshold and cadences
   * without burns are left out.
   */
  public static Map<OrbitRegime, List<PlantedScore>> of(
      List<PlantedResult> planted, Map<OrbitRegime, Double> thresholds) {
    Map<OrbitRegime, List<PlantedScore>> scores = new EnumMap<>(OrbitRegime.class);
    thresholds.forEach(
        (regime, threshold) -> {
          List<PlantedScore> own = new ArrayList<>();
          for (int i = 0; i < CADENCES.length; i++) {
            double from = CADENCES[i];
            double to = i + 1 < CADENCES.length ? CADENCES[i + 1] : Double.POSITIVE_INFINITY;
            List<SatelliteResult> results =
                planted.stream()
                    .filter(each -> each.result().satellite().regime() == regime)
                    .filter(
                        each -> each.elementSetsPerDay() >= from && each.elementSetsPerDay() < to)
                    .map(PlantedResult::result)
                    .toList();
            if (!results.isEmpty()) {
              own.add(of(from, Double.isInfinite(to) ? null : to, results, threshold));
            }
          }
          if (!own.isEmpty()) {
            scores.put(regime, own);
          }
        });
    return scores;
  }

  private static PlantedScore of(
      double from, @Nullable Double to, List<SatelliteResult> results, double threshold) {
    List<DetectedSatellite> detected = results.stream().map(SatelliteResult::detected).toList();
    return new PlantedScore(
        from,
        to,
        EventScorer.found(detected, MatchMode.GAP, threshold),
        DeltaVRecall.of(detected, MatchMode.GAP, threshold),
        EstimateAccuracy.of(detected, MatchMode.GAP, threshold),
        RegimeReport.provisionalAccuracy(results, threshold));
  }
}
