package space.maneuver.simulation;

import space.maneuver.orbit.OrbitRegime;

/**
 * Errors of published element sets: partly carried over from one to the next, with a level that
 * wanders, heavy tails and now and then an element set that is plainly wrong. Levels differ between
 * satellites by an order of magnitude and are drawn once for each; their ranges are those of quiet
 * stretches of public histories.
 */
final class Noise {

  private static final double REVOLUTION_PER_DAY = 2 * Math.PI / Ticks.SECONDS_PER_DAY;
  private static final double LEVEL_MEMORY = 40;
  private static final double GREATEST_THINNESS = 12;

  private final Draws draws;
  private final double meanMotion;
  private final double phase;
  private final double eccentricity;
  private final double tilt;
  private final double memory;
  private final double phaseMemory;
  private final double vectorMemory;
  private final double thinningPower;
  private final double levelSpread;
  private final double tailShare;
  private final double outlierShare;
  private final double lever;
  private double level;
  private double carriedMeanMotion;
  private double carriedPhase;
  private final double[] carriedVectors = new double[4];

  Noise(Draws draws, OrbitRegime regime) {
    this.draws = draws;
    boolean low = regime == OrbitRegime.LEO;
    boolean poor = draws.chance(0.25);
    this.meanMotion =
        REVOLUTION_PER_DAY
            * (low
                ? poor ? draws.logUniform(8e-7, 5e-6) : draws.logUniform(8e-8, 8e-7)
                : draws.logUniform(1e-7, 8e-7));
    this.phase = low ? draws.logUniform(2e-6, 3e-5) : draws.logUniform(3e-6, 4e-5);
    this.eccentricity =
        low
            ? poor ? draws.logUniform(1e-6, 8e-6) : draws.logUniform(1.5e-7, 2e-6)
            : draws.logUniform(5e-7, 6e-6);
    this.tilt = Math.toRadians(draws.logUniform(4e-5, 4e-4));
    this.memory = poor ? draws.logUniform(0.1, 1) : draws.logUniform(0.4, 6);
    this.phaseMemory = draws.logUniform(0.1, 2);
    this.vectorMemory = draws.logUniform(0.2, 2.5);
    this.thinningPower = draws.uniform(0.8, 1.6);
    this.levelSpread = draws.uniform(0, 0.45);
    this.tailShare = draws.uniform(0.02, 0.12);
    this.outlierShare = draws.logUniform(5e-4, 6e-3);
    this.lever = draws.uniform(0, 2) * Ticks.SECONDS_PER_DAY;
    this.level = draws.normal();
  }

  /**
   * Error of the next element set.
   *
   * @param elapsed days since the last one
   * @param thinness how many times fewer observations than usual the publisher has
   */
  Deviation next(double elapsed, double thinness) {
    level = carried(level, elapsed / LEVEL_MEMORY);
    carriedMeanMotion = carried(carriedMeanMotion, elapsed / memory);
    carriedPhase = carried(carriedPhase, elapsed / phaseMemory);
    for (int i = 0; i < carriedVectors.length; i++) {
      carriedVectors[i] = carried(carriedVectors[i], elapsed / vectorMemory);
    }
    double thin = Math.min(thinness, GREATEST_THINNESS);
    double error = meanMotion * carriedMeanMotion * Math.pow(thin, thinningPower);
    double vectors = Math.sqrt(thin);
    double shape = vectors * tail() * eccentricity;
    double plane = vectors * tail() * tilt;
    Deviation usual =
        new Deviation(
            error,
            phase * carriedPhase + lever * error,
            shape * carriedVectors[0],
            shape * carriedVectors[1],
            plane * carriedVectors[2],
            plane * carriedVectors[3]);
    double outlier = draws.chance(outlierShare) ? draws.logUniform(8, 80) : 1;
    return usual.times(Math.exp(levelSpread * level) * outlier * tail());
  }

  private double tail() {
    return draws.chance(tailShare) ? draws.logUniform(2, 10) : 1;
  }

  private double carried(double value, double age) {
    double kept = Math.exp(-age);
    return kept * value + Math.sqrt(1 - kept * kept) * draws.normal();
  }
}
