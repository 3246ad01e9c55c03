package space.maneuver.features.window;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a step of a window is. */
public enum Sampling {
  /**
   * One step per UTC day, so a window of n days has exactly n steps; days without data are null.
   */
  @JsonProperty("daily")
  DAILY,
  /** One step per element set, at most one a UTC day: the newest of it. */
  @JsonProperty("per-element-set")
  PER_ELEMENT_SET
}
