package space.maneuver.orbit.format;

import java.util.Random;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;

/** Element sets anywhere in the range of a TLE. */
public final class RandomElements {

  private static final long FIRST_DAY = -4748;
  private static final long DAYS = 36_500;

  private final Random random;

  public RandomElements(Random random) {
    this.random = random;
  }

  public ElementSet next() {
    return new ElementSet(
        1 + random.nextInt(SatelliteNumber.GREATEST),
        null,
        String.format("%d-%03dAB", 1957 + random.nextInt(100), 1 + random.nextInt(999)),
        ObjectClass.UNKNOWN,
        FIRST_DAY * ElementSet.TICKS_PER_DAY + random.nextLong(DAYS * ElementSet.TICKS_PER_DAY),
        CatalogueUnits.meanMotion(0.05 + 17 * random.nextDouble()),
        0.9999 * Math.pow(random.nextDouble(), 3),
        Math.PI * random.nextDouble(),
        angle(),
        angle(),
        angle(),
        signedPower(),
        CatalogueUnits.meanMotionDot(0.9 * Math.pow(random.nextDouble() - 0.5, 3)),
        CatalogueUnits.meanMotionDotDot(signedPower()),
        random.nextInt(10_000),
        random.nextInt(100_000));
  }

  private double angle() {
    return 2 * Math.PI * random.nextDouble();
  }

  private double signedPower() {
    return random.nextInt(4) == 0
        ? 0
        : random.nextGaussian() * Math.pow(10, random.nextInt(12) - 12);
  }
}
