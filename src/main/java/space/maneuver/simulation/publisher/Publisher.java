package space.maneuver.simulation.publisher;

import space.maneuver.orbit.ElementSet;
import space.maneuver.simulation.orbit.Deviation;

/** The publisher of an object's element sets: their epochs and errors. */
public interface Publisher {

  /** Returns the epoch of the next element set, ticks. */
  long next(ElementSet last);

  /**
   * Returns the error of the next element set.
   *
   * @param elapsed time since the last one, d
   * @param thinness factor by which the publisher has fewer observations than usual, at least 1
   */
  PublishedError error(double elapsed, double thinness);

  /**
   * The error of a published element set.
   *
   * @param elements deviation from the truth
   * @param drag error of the rate of mean motion due to B*, rad/s2. In a fit, the errors of B* and
   *     of mean motion are correlated, which keeps the path close to the observations; independent
   *     errors would be unrealistic
   */
  public record PublishedError(Deviation elements, double drag) {}

  /**
   * A publisher with the errors of another one at other epochs.
   *
   * @param other source of the errors, which follow each other as there
   */
  record PacedPublisher(Publisher other, IssueTimes times) implements Publisher {

    @Override
    public long next(ElementSet last) {
      other.next(last);
      return times.next(last);
    }

    @Override
    public PublishedError error(double elapsed, double thinness) {
      return other.error(elapsed, thinness);
    }
  }

  /** A publisher whose habits are drawn from distributions. */
  public record DrawnPublisher(Noise noise, IssueTimes times) implements Publisher {

    @Override
    public long next(ElementSet last) {
      return times.next(last);
    }

    @Override
    public PublishedError error(double elapsed, double thinness) {
      return new PublishedError(noise.next(elapsed, thinness), 0);
    }
  }
}
