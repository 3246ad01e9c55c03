package space.maneuver.math;

/**
 * Constants of WGS-72 as used by SGP4 (Vallado et al., "Revisiting Spacetrack Report #3", AIAA
 * 2006-6753).
 */
public final class Wgs72 {

  /** Equatorial radius of the Earth, km. */
  public static final double EARTH_RADIUS = 6378.135;

  /** Second zonal harmonic. */
  public static final double J2 = 1.082616e-3;

  /** Gravitational parameter of the Earth, km3/s2. */
  public static final double MU = 398_600.8;

  private Wgs72() {}
}
