package space.maneuver.training.samples;

import java.util.SplittableRandom;

/**
 * Varies the rows of a window as nature could: a burn the other way, a satellite with more or less
 * noise, other noise.
 */
final class GapAugmentation {

  /** The last two, gap and noise, have no sign and are not noisy. */
  private static final int PLAIN_CHANNELS = 2;

  private static final double SCALE_SIGMA = 0.15;
  private static final double NOISE_SIGMA = 0.05;

  private final SplittableRandom random;

  GapAugmentation(SplittableRandom random) {
    this.random = random;
  }

  /** Changes the rows in place. */
  void apply(float[] rows, int width) {
    double factor = (random.nextBoolean() ? 1 : -1) * Math.exp(SCALE_SIGMA * random.nextGaussian());
    for (int row = 0; row < rows.length; row += width) {
      for (int c = 0; c < width - PLAIN_CHANNELS; c++) {
        rows[row + c] = (float) (rows[row + c] * factor + NOISE_SIGMA * random.nextGaussian());
      }
    }
  }
}
