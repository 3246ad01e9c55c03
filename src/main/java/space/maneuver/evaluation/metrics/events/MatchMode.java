package space.maneuver.evaluation.metrics.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** When a detection is near enough to an event. */
public enum MatchMode {
  /**
   * In a gap between element sets that holds part of the event; or in an adjacent gap, if also
   * within 3 days.
   */
  GAP("gap", Double.NaN),
  /** Within 12 hours. */
  HOURS_12("12h", 0.5),
  /** Within 24 hours. */
  HOURS_24("24h", 1.0),
  /** Within 48 hours. */
  HOURS_48("48h", 2.0);

  private final String label;
  private final double toleranceDays;

  MatchMode(String label, double toleranceDays) {
    this.label = label;
    this.toleranceDays = toleranceDays;
  }

  /** Name in reports: "gap", "12h", "24h" or "48h". */
  @JsonValue
  public String label() {
    return label;
  }

  /** Greatest distance from the event, d; NaN for {@link #GAP}. */
  double toleranceDays() {
    return toleranceDays;
  }
}
