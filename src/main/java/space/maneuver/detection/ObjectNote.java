package space.maneuver.detection;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What else there is to say of an object.
 *
 * @param code stable, for programs
 * @param reason for a person
 */
public record ObjectNote(Code code, String reason) {

  /** Part of the interface; others may be added. */
  public enum Code {
    /** The orbit changed by more than a spacecraft can, so that no maneuver is listed. */
    @JsonProperty("implausible-delta-v")
    IMPLAUSIBLE_DELTA_V
  }
}
