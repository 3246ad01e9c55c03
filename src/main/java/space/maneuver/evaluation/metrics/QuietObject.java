package space.maneuver.evaluation.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/**
 * An object that did not maneuver during its history, and what was detected nevertheless.
 *
 * @param source origin of the history
 * @param regime regime it is reported under
 * @param years time from its first element set to its last, in years of 365.25 d
 * @param detections detections in any order; each one is a false alarm
 */
public record QuietObject(
    Source source, OrbitRegime regime, double years, List<Detection> detections) {

  private static final double DAYS_PER_YEAR = 365.25;

  /** Origin of a quiet history. */
  public enum Source {
    /** Cut from the history of a held-out satellite, far from any published burn. */
    QUIET_STRETCH(
        "quiet stretches of left-out satellites", "quiet stretches of held-out satellites"),
    /**
     * Simulated debris, rocket bodies and dead satellites, with noise from quiet stretches of
     * held-out satellites where there are any in the regime.
     */
    SIMULATED("simulated objects", "simulated objects");

    private final String label;
    private final String title;

    Source(String label, String title) {
      this.label = label;
      this.title = title;
    }

    /** Returns the name in JSON. */
    @JsonValue
    public String label() {
      return label;
    }

    /** Returns the name in reports. */
    public String title() {
      return title;
    }
  }

  public QuietObject {
    detections = List.copyOf(detections);
  }

  /** Returns an object from its history, in the regime of its newest element set. */
  public static QuietObject of(Source source, History history, List<Detection> detections) {
    double days = history.last().epochDays() - history.first().epochDays();
    return new QuietObject(source, history.regime(), days / DAYS_PER_YEAR, detections);
  }
}
