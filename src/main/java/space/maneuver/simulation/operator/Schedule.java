package space.maneuver.simulation.operator;

import space.maneuver.simulation.orbit.Draws;

/** Irregular intervals of a given mean, from clockwork to pure chance. */
final class Schedule {

  private final Draws draws;
  private final double mean;
  private final int regularity;

  /**
   * Draws how regular the intervals are.
   *
   * @param mean days
   */
  Schedule(Draws draws, double mean) {
    this.draws = draws;
    this.mean = mean;
    this.regularity = (int) draws.logUniform(1, 12);
  }

  double mean() {
    return mean;
  }

  /** Days to the next: the mean of some waiting times. */
  double next() {
    double sum = 0;
    for (int i = 0; i < regularity; i++) {
      sum += draws.waiting();
    }
    return Math.max(0.5, mean * sum / regularity);
  }
}
