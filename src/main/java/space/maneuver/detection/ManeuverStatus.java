package space.maneuver.detection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure it is that later element sets will not change the verdict. */
public enum ManeuverStatus {
  /** Too few element sets follow yet. */
  @JsonProperty("provisional")
  PROVISIONAL,
  @JsonProperty("confirmed")
  CONFIRMED
}
