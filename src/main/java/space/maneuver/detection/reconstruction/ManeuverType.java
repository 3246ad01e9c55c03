package space.maneuver.detection.reconstruction;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Direction of the largest component of a maneuver's delta-v. */
public enum ManeuverType {
  @JsonProperty("in-track")
  IN_TRACK,
  @JsonProperty("cross-track")
  CROSS_TRACK,
  @JsonProperty("radial")
  RADIAL,
  @JsonProperty("unknown")
  UNKNOWN;

  /** The type of a delta-v; {@link #UNKNOWN} without one. */
  public static ManeuverType of(@Nullable DeltaV deltaV) {
    if (deltaV == null) {
      return UNKNOWN;
    }
    double radial = deltaV.radial() == null ? 0 : deltaV.radial();
    double along = Math.abs(deltaV.alongTrack());
    if (along >= deltaV.crossTrack() && along >= radial) {
      return IN_TRACK;
    }
    return deltaV.crossTrack() >= radial ? CROSS_TRACK : RADIAL;
  }
}
