package space.maneuver.simulation.publisher;

import space.maneuver.math.Days;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.Draws;

/**
 * Errors of published element sets: correlated from one to the next, with a drifting level, heavy
 * tails and occasional outliers. Levels differ by an order of magnitude between satellites and are
 * drawn once for each; their ranges come from quiet stretches of public histories.
 */
public final class Noise {

  private static final double REVOLUTION_PER_DAY = 2 * Math.PI / Days.SECONDS;
  private static final double LEVEL_MEMORY = 40;
  private static final double GREATEST_THINNESS = 12;

  private final Draws draws;
  private final double meanMotion;
  private final double phase;
  private final double eccentricity;
  private final double tilt;
  private final double thinningPower;
  private final double levelSpread;
  private final double tailShare;
  private final double outlierShare;
  private final double lever;
  private final CorrelatedError rate;
  private final CorrelatedError place;
  private final CorrelatedError[] vectors = new CorrelatedError[4];
  private double level;

  /** Draws the levels of an object in a regime. */
  public Noise(Draws draws, OrbitRegime regime) {
    this.draws = draws;
    boolean low = regime == OrbitRegime.LEO;
    boolean poor = draws.chance(0.25);
    this.meanMotion = REVOLUTION_PER_DAY * (low ? lowRate(poor) : draws.logUniform(1.5e-7, 1e-6));
    this.phase = low ? draws.logUniform(2e-6, 3e-5) : draws.logUniform(4e-6, 3e-5);
    this.eccentricity = low ? lowShape(poor) : draws.logUniform(7e-7, 6e-6);
    this.tilt = Math.toRadians(draws.logUniform(7e-5, 4e-4));
    this.thinningPower = draws.uniform(0.8, 1.6);
    this.levelSpread = draws.uniform(0, 0.45);
    this.tailShare = draws.uniform(0.02, 0.12);
    this.outlierShare = draws.logUniform(5e-4, 6e-3);
    this.lever = draws.uniform(0, 2) * Days.SECONDS;
    this.rate =
        new CorrelatedError(draws, poor ? draws.logUniform(0.1, 1) : draws.logUniform(0.4, 6));
    this.place = new CorrelatedError(draws, draws.logUniform(0.1, 2));
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = new CorrelatedError(draws, draws.logUniform(0.2, 3));
    }
  }

  /**
   * Draws the error of the next element set.
   *
   * @param elapsed time since the last one, d
   * @param thinness factor by which the publisher has fewer observations than usual, at least 1
   */
  Deviation next(double elapsed, double thinness) {
    double kept = Math.exp(-elapsed / LEVEL_MEMORY);
    level = kept * level + Math.sqrt(1 - kept * kept) * draws.normal();
    double thin = Math.min(thinness, GREATEST_THINNESS);
    double outlier = draws.chance(outlierShare) ? draws.logUniform(8, 80) : 1;
    double rough = Math.exp(levelSpread * level) * outlier * tail();
    double error = meanMotion * rate.next(elapsed, rough * Math.pow(thin, thinningPower));
    double shape = rough * Math.sqrt(thin) * tail();
    double plane = rough * Math.sqrt(thin) * tail();
    return new Deviation(
        error,
        phase * place.next(elapsed, rough) + lever * error,
        eccentricity * vectors[0].next(elapsed, shape),
        eccentricity * vectors[1].next(elapsed, shape),
        tilt * vectors[2].next(elapsed, plane),
        tilt * vectors[3].next(elapsed, plane));
  }

  private double lowRate(boolean poor) {
    return poor ? draws.logUniform(8e-7, 5e-6) : draws.logUniform(1.2e-7, 1e-6);
  }

  private double lowShape(boolean poor) {
    return poor ? draws.logUniform(1e-6, 8e-6) : draws.logUniform(4e-7, 4e-6);
  }

  private double tail() {
    return draws.chance(tailShare) ? draws.logUniform(2, 10) : 1;
  }

  /**
   * The sum of an error correlated from one element set to the next and one that drifts smoothly
   * over days. The first has a size of up to 1, the second changes by about as much in a day.
   */
  private static final class CorrelatedError {

    private final Draws draws;
    private final double memory;
    private final double size;
    private final double driftMemory;
    private final double driftSize;
    private double carried;
    private double force;
    private double drift;

    /**
     * Draws sizes and correlation times.
     *
     * @param draws random numbers
     * @param memory correlation time of the first part, d
     */
    CorrelatedError(Draws draws, double memory) {
      this.draws = draws;
      this.memory = memory;
      this.size = draws.uniform(0.25, 1);
      this.driftMemory = draws.logUniform(1.5, 12);
      this.driftSize = draws.uniform(0, 1.2) * driftMemory;
      this.carried = draws.normal();
      this.force = draws.normal();
    }

    /**
     * Returns the error after some time.
     *
     * @param elapsed time since the last call, d
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
}
