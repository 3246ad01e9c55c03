package space.maneuver.evaluation.metrics.catalogue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.CertainSteps;

/**
 * The steps of a satellite's orbit that only thrust explains, and how sure the detector is of each.
 *
 * @param regime of its newest element set
 * @param perigee median altitude of the perigee, km
 * @param elementSets number of element sets
 * @param constellation whether it belongs to a constellation that is counted apart
 * @param steps in any order
 */
public record SatelliteSteps(
    OrbitRegime regime,
    double perigee,
    int elementSets,
    boolean constellation,
    List<ScoredStep> steps) {

  /** Raises per element set above which a satellite raises its orbit most of the time. */
  private static final double RARELY = 0.05;

  /**
   * A certain step.
   *
   * @param deltaV of an impulsive burn that causes it, m/s
   * @param score highest score of a detection whose interval or time is at most a day and a half
   *     away; 0 if there is none
   */
  public record ScoredStep(CertainSteps.Kind kind, double deltaV, double score) {}

  public SatelliteSteps {
    steps = List.copyOf(steps);
  }

  /** Returns the steps of one kind from a delta-v on, m/s. */
  public List<ScoredStep> steps(CertainSteps.Kind kind, double leastDeltaV) {
    return steps.stream()
        .filter(each -> each.kind() == kind && each.deltaV() > leastDeltaV)
        .toList();
  }

  /** Returns whether its orbit rises most of the time, as under electric thrust. */
  public boolean raisesMostly(double leastDeltaV) {
    return steps(CertainSteps.Kind.RAISE, leastDeltaV).size() > RARELY * elementSets;
  }

  /** Returns the steps with other scores. */
  public SatelliteSteps rescored(DoubleUnaryOperator events) {
    return new SatelliteSteps(
        regime,
        perigee,
        elementSets,
        constellation,
        steps.stream()
            .map(
                each ->
                    new ScoredStep(each.kind(), each.deltaV(), events.applyAsDouble(each.score())))
            .toList());
  }
}
