package space.maneuver.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a network answers. */
public enum Head {
  /** Whether a burn has started by the end of a sequence; {@code steps} says it after each step. */
  @JsonProperty("window")
  WINDOW,
  /** Whether a burn lies in the gap before each element set; a window's answer is the largest. */
  @JsonProperty("step")
  STEP
}
