package space.maneuver.model.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a network answers. */
public enum Head {
  /**
   * Whether a burn lies in a sequence. Of a step per day, {@code steps} says it after each day; of
   * a step per element set, it gives the mean of short windows that hold the step.
   */
  @JsonProperty("window")
  WINDOW,
  /** Whether a burn lies in the gap before each element set; a window's answer is the largest. */
  @JsonProperty("step")
  STEP
}
