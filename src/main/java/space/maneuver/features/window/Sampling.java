package space.maneuver.features.window;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a step of a window is. */
public enum Sampling {
  /**
   * One step per UTC day: a window of n days has exactly n steps, and days without data are null.
   */
  @JsonProperty("daily")
  DAILY,
  /** One step per element set, at most one a UTC day: the newest of the day. */
  @JsonProperty("per-element-set")
  PER_ELEMENT_SET
}
