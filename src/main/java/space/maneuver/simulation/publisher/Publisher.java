package space.maneuver.simulation.publisher;

import space.maneuver.orbit.ElementSet;
import space.maneuver.simulation.orbit.Deviation;

/** When element sets of an object are issued, and how far they are from the truth. */
public interface Publisher {

  /** Epoch of the element set after one, ticks. */
  long next(ElementSet last);

  /**
   * Error of the next element set.
   *
   * @param elapsed days since the last one
   * @param thinness how many times fewer observations than usual the publisher has
   */
  PublishedError error(double elapsed, double thinness);

  /**
   * How far a published element set is from the truth.
   *
   * @param elements what has to be added to the truth
   * @param drag error of the mean motion's rate by B*, rad/s2. A fit's errors in B* and in the mean
   *     motion go together, so that its path stays near the observations: one without the other
   *     would not be what SGP4 is given in reality
   */
  public record PublishedError(Deviation elements, double drag) {}

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
