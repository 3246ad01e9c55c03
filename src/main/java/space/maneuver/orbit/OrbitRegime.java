package space.maneuver.orbit;

/**
 * The orbit regimes that thresholds and reports distinguish, with the bounds of Space-Track's
 * catalogue: LEO has more than 11.25 revolutions a day, GEO 0.99 to 1.01, HEO an eccentricity of at
 * least 0.25; all others are MEO.
 */
public enum OrbitRegime {
  LEO,
  MEO,
  GEO,
  HEO;

  private static final double HEO_ECCENTRICITY = 0.25;
  private static final double LEO_REVOLUTIONS_PER_DAY = 11.25;
  private static final double GEO_LOWEST_REVOLUTIONS_PER_DAY = 0.99;
  private static final double GEO_HIGHEST_REVOLUTIONS_PER_DAY = 1.01;

  public static OrbitRegime of(ElementSet elements) {
    if (elements.eccentricity() >= HEO_ECCENTRICITY) {
      return HEO;
    }
    double revolutionsPerDay = elements.revolutionsPerDay();
    if (revolutionsPerDay > LEO_REVOLUTIONS_PER_DAY) {
      return LEO;
    }
    return revolutionsPerDay >= GEO_LOWEST_REVOLUTIONS_PER_DAY
            && revolutionsPerDay <= GEO_HIGHEST_REVOLUTIONS_PER_DAY
        ? GEO
        : MEO;
  }
}
