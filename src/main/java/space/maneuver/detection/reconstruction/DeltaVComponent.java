package space.maneuver.detection.reconstruction;

import org.jspecify.annotations.Nullable;

/**
 * One component of a delta-v.
 *
 * @param size m/s, with a sign where it is known
 * @param noise standard deviation where there is no burn, m/s
 */
record DeltaVComponent(double size, double noise) {

  /** A component counts from this many standard deviations of its own noise on. */
  private static final double NOISE_FLOOR = 4;

  /**
   * Standard deviation as part of the burn, which element sets smear; that of the burns of 1 to 10
   * cm/s of LEO satellites that publish them.
   */
  private static final double RELATIVE_SIGMA = 0.05;

  /** A smeared burn changes the eccentricity by other than twice its size by up to this part. */
  private static final double ECCENTRICITY_SMEAR = 0.25;

  /**
   * The radial component, without a sign.
   *
   * @param eccentric speed times the change of the eccentricity vector, m/s
   * @param noise of that, m/s
   */
  static DeltaVComponent radial(double eccentric, double noise, DeltaVComponent along) {
    double explained = 2 * Math.abs(along.size);
    double excess = eccentric - (1 + ECCENTRICITY_SMEAR) * explained;
    return excess > NOISE_FLOOR * Math.hypot(noise, 2 * along.noise)
        ? new DeltaVComponent(Math.sqrt(eccentric * eccentric - explained * explained), noise)
        : new DeltaVComponent(0, noise);
  }

  /** The components that are above the noise; null if none is. */
  static @Nullable DeltaV together(
      DeltaVComponent radial, DeltaVComponent along, DeltaVComponent cross) {
    double r = radial.seen();
    double a = along.seen();
    double c = cross.seen();
    double total = Math.sqrt(r * r + a * a + c * c);
    if (total == 0) {
      return null;
    }
    double variance =
        r * r * radial.variance() + a * a * along.variance() + c * c * cross.variance();
    return new DeltaV(r == 0 ? null : r, a, c, total, Math.sqrt(variance) / total);
  }

  private double seen() {
    return Math.abs(size) > NOISE_FLOOR * noise ? size : 0;
  }

  private double variance() {
    return noise * noise + RELATIVE_SIGMA * RELATIVE_SIGMA * size * size;
  }
}
