package space.maneuver.detection.reconstruction;

import com.fasterxml.jackson.annotation.JsonProperty;
import space.maneuver.orbit.OrbitRegime;

/** How sure it is that later element sets will not change the verdict. */
public enum ManeuverStatus {
  /** Too few element sets follow yet, or the confidence is below the model's threshold. */
  @JsonProperty("provisional")
  PROVISIONAL,
  @JsonProperty("confirmed")
  CONFIRMED;

  /**
   * Element sets are fits over some days. After this many, one a day, F1 is 95 % of what it is with
   * all of them, as evaluate measures it by element sets seen; regimes without published burns wait
   * as long as LEO.
   */
  private static final int TO_CONFIRM = 5;

  private static final int TO_CONFIRM_GEOSTATIONARY = 3;

  /**
   * The status of a burn.
   *
   * @param days that have an element set after it
   */
  static ManeuverStatus after(long days, OrbitRegime regime) {
    int needed = regime == OrbitRegime.GEO ? TO_CONFIRM_GEOSTATIONARY : TO_CONFIRM;
    return days < needed ? PROVISIONAL : CONFIRMED;
  }
}
