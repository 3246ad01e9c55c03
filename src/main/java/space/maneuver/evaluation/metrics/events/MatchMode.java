package space.maneuver.evaluation.metrics.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Criteria for a detection to match an event. */
public enum MatchMode {
  /** In a gap that contains part of the event, or in an adjacent gap and within 3 days. */
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

  /** Returns the name in reports: "gap", "12h", "24h" or "48h". */
  @JsonValue
  public String label() {
    return label;
  }

  /** Returns the greatest distance from the event, d; NaN for {@link #GAP}. */
  double toleranceDays() {
    return toleranceDays;
  }
}
