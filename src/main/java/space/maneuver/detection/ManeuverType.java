package space.maneuver.detection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Direction of the largest component of a maneuver's delta-v. */
public enum ManeuverType {
  @JsonProperty("in-track")
  IN_TRACK,
  @JsonProperty("cross-track")
  CROSS_TRACK,
  @JsonProperty("radial")
  RADIAL,
  @JsonProperty("unknown")
  UNKNOWN
}
