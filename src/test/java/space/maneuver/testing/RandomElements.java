package space.maneuver.testing;

import java.util.Random;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.Ticks;

/** Element sets drawn from all that a TLE can hold, so of orbits that hardly any satellite has. */
public final class RandomElements {

  private static final int GREATEST_NUMBER = 339_999;
  private static final long FIRST_DAY = -4748;
  private static final long DAYS = 36_500;

  private static final double RADIANS = 2 * Math.PI;
  private static final double DAY = 86_400;

  private final Random random;

  public RandomElements(Random random) {
    this.random = random;
  }

  public ElementSet next() {
    return new ElementSet(
        1 + random.nextInt(GREATEST_NUMBER),
        null,
        String.format("%d-%03dAB", 1957 + random.nextInt(100), 1 + random.nextInt(999)),
        ObjectClass.UNKNOWN,
        FIRST_DAY * Ticks.PER_DAY + random.nextLong(DAYS * Ticks.PER_DAY),
        (0.05 + 17 * random.nextDouble()) * RADIANS / DAY,
        0.9999 * Math.pow(random.nextDouble(), 3),
        Math.PI * random.nextDouble(),
        angle(),
        angle(),
        angle(),
        signedPower(),
        2 * 0.9 * Math.pow(random.nextDouble() - 0.5, 3) * RADIANS / (DAY * DAY),
        6 * signedPower() * RADIANS / (DAY * DAY * DAY),
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
