package space.maneuver.evaluation.metrics.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import space.maneuver.orbit.OrbitRegime;

/**
 * False alarms and found burns on histories without published burns, at the shipped thresholds.
 *
 * @param alarms false alarms on objects that never maneuver
 * @param burns how many burns planted into the same histories are found
 * @param steps how many steps of satellites' orbits that only thrust explains are found
 */
public record CatalogueScore(
    List<AlarmScore> alarms, List<RandomBurnRecall> burns, List<StepRecall> steps) {

  public static final CatalogueScore NONE = new CatalogueScore(List.of(), List.of(), List.of());

  /**
   * Computes the scores.
   *
   * @param calibrated results with calibrated scores
   * @param thresholds of the confidence of an event, for every regime that occurs
   * @param window threshold of the probability of a window of 30 days
   */
  public static CatalogueScore of(
      CatalogueResult calibrated, Map<OrbitRegime, Double> thresholds, double window) {
    return new CatalogueScore(
        AlarmScore.of(calibrated.passive(), thresholds, window),
        RandomBurnRecall.of(calibrated.burns(), thresholds),
        StepRecall.of(calibrated.satellites(), thresholds));
  }

  @JsonIgnore
  public boolean isEmpty() {
    return alarms.isEmpty() && burns.isEmpty() && steps.isEmpty();
  }
}
