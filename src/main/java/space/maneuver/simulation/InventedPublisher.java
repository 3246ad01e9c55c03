package space.maneuver.simulation;

import space.maneuver.orbit.ElementSet;

/** A publisher whose habits are drawn from distributions. */
record InventedPublisher(Noise noise, Cadence cadence) implements Publisher {

  @Override
  public long next(ElementSet last) {
    return cadence.next(last);
  }

  @Override
  public PublishedError error(double elapsed, double thinness) {
    return new PublishedError(noise.next(elapsed, thinness), 0);
  }
}
