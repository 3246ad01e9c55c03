package space.maneuver.simulation.publisher;

import space.maneuver.orbit.ElementSet;

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
}
