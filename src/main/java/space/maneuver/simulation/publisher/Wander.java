package space.maneuver.simulation.publisher;

import space.maneuver.simulation.orbit.Draws;

/**
 * One error that is partly carried over from one element set to the next, on top of one that drifts
 * smoothly over days. The first part has a size of up to 1, the second changes by about as much in
 * a day.
 */
final class Wander {

  private final Draws draws;
  private final double memory;
  private final double size;
  private final double driftMemory;
  private final double driftSize;
  private double carried;
  private double force;
  private double drift;

  /**
   * Draws its habits.
   *
   * @param memory days after which the first part is mostly forgotten
   */
  Wander(Draws draws, double memory) {
    this.draws = draws;
    this.memory = memory;
    this.size = draws.uniform(0.25, 1);
    this.driftMemory = draws.logUniform(1.5, 12);
    this.driftSize = draws.uniform(0, 1.2) * driftMemory;
    this.carried = draws.normal();
    this.force = draws.normal();
  }

  /**
   * The error after some more days.
   *
   * @param roughness factor on the first part
   */
  double next(double elapsed, double roughness) {
    carried = step(carried, elapsed / memory);
    force = step(force, elapsed / driftMemory);
    double kept = Math.exp(-elapsed / driftMemory);
    drift = kept * drift + (1 - kept) * force;
    return roughness * size * carried + driftSize * drift;
  }

  private double step(double value, double age) {
    double kept = Math.exp(-age);
    return kept * value + Math.sqrt(1 - kept * kept) * draws.normal();
  }
}
