package space.maneuver.simulation.orbit;

import java.util.List;
import java.util.SplittableRandom;

/** Random numbers of one simulated object; the same seed gives the same numbers. */
public final class Draws {

  private final SplittableRandom random;

  /** Creates random numbers from a seed. */
  public Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns the random numbers of one of many objects, independent of how many there are. */
  public static Draws of(long seed, int index) {
    return ofKey(seed, index);
  }

  /**
   * Returns the random numbers of one of the copies of an object, independent of those of its other
   * copies, of other objects and of other seeds.
   *
   * @param index number of the object, at least 0
   * @param copy number of the copy, at least 1
   */
  public static Draws of(long seed, int index, int copy) {
    return ofKey(seed, (long) copy << Integer.SIZE | index);
  }

  private static Draws ofKey(long seed, long key) {
    return new Draws(new SplittableRandom(seed).nextLong() ^ new SplittableRandom(key).nextLong());
  }

  /** Draws a uniformly distributed number in [{@code least}, {@code greatest}). */
  public double uniform(double least, double greatest) {
    return least + (greatest - least) * random.nextDouble();
  }

  /**
   * Draws a number in [{@code least}, {@code greatest}) whose logarithm is uniformly distributed.
   */
  public double logUniform(double least, double greatest) {
    return Math.exp(uniform(Math.log(least), Math.log(greatest)));
  }

  /** Draws a standard normal number. */
  public double normal() {
    return random.nextGaussian();
  }

  /**
   * Draws a log-normal factor around 1; {@code spread} is the standard deviation of its logarithm.
   */
  public double factor(double spread) {
    return Math.exp(spread * random.nextGaussian());
  }

  /** Draws an exponentially distributed waiting time with mean 1. */
  public double waiting() {
    return -Math.log1p(-random.nextDouble());
  }

  /** Returns true with a probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Draws an angle in [0, 2 pi), rad. */
  public double angle() {
    return uniform(0, 2 * Math.PI);
  }

  /** Draws one of several choices with equal probability. */
  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
