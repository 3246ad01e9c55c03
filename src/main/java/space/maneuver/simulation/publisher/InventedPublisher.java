package space.maneuver.simulation.publisher;

import space.maneuver.orbit.ElementSet;

/** A publisher whose habits are drawn from distributions. */
public record InventedPublisher(Noise noise, IssueTimes times) implements Publisher {

  @Override
  public long next(ElementSet last) {
    return times.next(last);
  }

  @Override
  public PublishedError error(double elapsed, double thinness) {
    return new PublishedError(noise.next(elapsed, thinness), 0);
  }
}
