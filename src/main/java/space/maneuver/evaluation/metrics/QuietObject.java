package space.maneuver.evaluation.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/**
 * An object that did not maneuver while its history lasted, and what was detected all the same.
 *
 * @param source where the history is from
 * @param regime the group it is reported in
 * @param years from its first element set to its last, of 365.25 d
 * @param detections in any order; every one is a false alarm
 */
public record QuietObject(
    Source source, OrbitRegime regime, double years, List<Detection> detections) {

  private static final double DAYS_PER_YEAR = 365.25;

  /** Where a quiet history is from. */
  public enum Source {
    /** Cut from the history of a left-out satellite, far from any published burn. */
    QUIET_STRETCH("quiet stretches of left-out satellites"),
    /**
     * Simulated debris, rocket bodies and dead satellites, with the noise of quiet stretches of
     * left-out satellites, where there are any of the regime.
     */
    SIMULATED("simulated objects");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** Name in reports. */
    @JsonValue
    public String label() {
      return label;
    }
  }

  public QuietObject {
    detections = List.copyOf(detections);
  }

  /** An object from its history, in the regime of its newest element set. */
  public static QuietObject of(Source source, History history, List<Detection> detections) {
    double days = history.last().epochDays() - history.first().epochDays();
    return new QuietObject(source, history.regime(), days / DAYS_PER_YEAR, detections);
  }
}
