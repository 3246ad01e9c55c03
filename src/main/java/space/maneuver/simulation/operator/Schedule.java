package space.maneuver.simulation.operator;

import space.maneuver.simulation.orbit.Draws;

/** Random intervals of a given mean, from nearly regular to a Poisson process. */
final class Schedule {

  private final Draws draws;
  private final double mean;
  private final int regularity;

  /**
   * Draws how regular the intervals are.
   *
   * @param draws random numbers
   * @param mean mean interval, d
   */
  Schedule(Draws draws, double mean) {
    this.draws = draws;
    this.mean = mean;
    this.regularity = (int) draws.logUniform(1, 12);
  }

  double mean() {
    return mean;
  }

  /** Draws the next interval, d: the mean of one or more exponential waiting times. */
  double next() {
    double sum = 0;
    for (int i = 0; i < regularity; i++) {
      sum += draws.waiting();
    }
    return Math.max(0.5, mean * sum / regularity);
  }
}
