package space.maneuver.evaluation.metrics.catalogue;

import java.util.function.DoubleUnaryOperator;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.orbit.OrbitRegime;

/**
 * A burn planted into the history of a passive object at a random time.
 *
 * @param regime of the object
 * @param band perigee before the burn
 * @param burn the planted burn, of a single direction
 * @param score highest score of a detection that matches it in the gap or within a day; 0 if there
 *     is none
 */
public record RandomBurn(OrbitRegime regime, PerigeeBand band, LabelledBurn burn, double score) {

  /** Returns the burn with another score. */
  public RandomBurn rescored(DoubleUnaryOperator events) {
    return new RandomBurn(regime, band, burn, events.applyAsDouble(score));
  }
}
