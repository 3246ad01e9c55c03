package space.maneuver.evaluation.metrics.events;

import java.util.Comparator;
import java.util.List;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/**
 * The truth that the detections of one satellite are scored against.
 *
 * @param name name, unique among the satellites scored together
 * @param regime regime it is reported under
 * @param burns at least one burn, kept in order of start, then end
 * @param epochs epochs of the element sets, at least one, days since 1970-01-01T00:00 UTC; kept
 *     ascending and distinct
 */
public record LabelledSatellite(
    String name, OrbitRegime regime, List<LabelledBurn> burns, List<Double> epochs) {

  private static final Comparator<LabelledBurn> IN_TIME =
      Comparator.comparingDouble(LabelledBurn::start).thenComparingDouble(LabelledBurn::end);

  /**
   * @throws IllegalArgumentException if there is no burn or no element set: both bound the span in
   *     which a satellite can be scored
   */
  public LabelledSatellite {
    if (burns.isEmpty()) {
      throw new IllegalArgumentException(name + " has no published burn to score against");
    }
    if (epochs.isEmpty()) {
      throw new IllegalArgumentException(name + " has no element sets");
    }
    burns = burns.stream().sorted(IN_TIME).toList();
    epochs = epochs.stream().sorted().distinct().toList();
  }

  /**
   * Returns a satellite from its history, in the regime of its newest element set.
   *
   * @throws IllegalArgumentException if there is no burn
   */
  public static LabelledSatellite of(String name, History history, List<Burn> burns) {
    return new LabelledSatellite(
        name,
        history.regime(),
        burns.stream().map(LabelledBurn::of).toList(),
        history.elements().stream()
            .map(ElementSet::epochTicks)
            .map(ReferenceDays::ofTicks)
            .toList());
  }

  /** Returns the first epoch, days since 1970-01-01T00:00 UTC. */
  public double firstEpoch() {
    return epochs.get(0);
  }

  /** Returns the last epoch, days since 1970-01-01T00:00 UTC. */
  public double lastEpoch() {
    return epochs.get(epochs.size() - 1);
  }
}
