package space.maneuver.evaluation.metrics.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import space.maneuver.math.Medians;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/** Ranges of the perigee altitude, which decides how much drag there is. */
public enum PerigeeBand {
  BELOW_400("below 400 km", 400),
  TO_500("400 to 500 km", 500),
  TO_600("500 to 600 km", 600),
  TO_800("600 to 800 km", 800),
  TO_2000("800 to 2,000 km", 2000),
  ABOVE("2,000 km and above", Double.POSITIVE_INFINITY);

  /** Perigee altitude below which drag rules an orbit, km. */
  public static final double LOW = 600;

  private final String label;
  private final double below;

  PerigeeBand(String label, double below) {
    this.label = label;
    this.below = below;
  }

  /** Returns the name in reports and in JSON. */
  @JsonValue
  public String label() {
    return label;
  }

  /** Returns whether the band lies below {@link #LOW}. */
  public boolean isLow() {
    return below <= LOW;
  }

  /** Returns the band of an altitude of the perigee, km. */
  public static PerigeeBand of(double perigee) {
    return Arrays.stream(values()).filter(band -> perigee < band.below).findFirst().orElse(ABOVE);
  }

  /** Returns the altitude of the perigee above the equatorial radius of WGS-72, km. */
  public static double perigee(ElementSet elements) {
    return elements.semiMajorAxis() * (1 - elements.eccentricity()) - Wgs72.EARTH_RADIUS;
  }

  /** Returns the median altitude of the perigee, km. */
  public static double perigee(History history) {
    return Medians.of(history.elements().stream().mapToDouble(PerigeeBand::perigee).toArray());
  }
}
