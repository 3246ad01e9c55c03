package space.maneuver.model.bundle;

import java.util.Map;
import space.maneuver.orbit.OrbitRegime;

/**
 * From which probability on the answer is yes; all in [0, 1].
 *
 * @param window by length of the window, d
 * @param event by orbit regime
 */
public record Thresholds(Map<Integer, Double> window, Map<OrbitRegime, Double> event) {

  public Thresholds {
    window = Sorted.copy(window);
    event = Sorted.copy(event);
  }
}
