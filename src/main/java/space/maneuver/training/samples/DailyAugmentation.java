package space.maneuver.training.samples;

import java.util.SplittableRandom;

/**
 * Varies a normalised window as nature could: a burn the other way, a satellite with more or less
 * noise, other noise.
 */
final class DailyAugmentation {

  /** Rates change their sign together; B*, which follows them, keeps its own. */
  private static final int SIGNED_CHANNELS = 4;

  private static final int SCALED_CHANNELS = 5;
  private static final double SCALE_SIGMA = 0.15;
  private static final double NOISE_SIGMA = 0.05;

  private final SplittableRandom random;

  DailyAugmentation(SplittableRandom random) {
    this.random = random;
  }

  /** Changes the rows in place and returns them; missing steps stay 0. */
  float[] apply(float[] rows, int width) {
    double sign = random.nextBoolean() ? 1 : -1;
    double scale = Math.exp(SCALE_SIGMA * random.nextGaussian());
    for (int row = 0; row < rows.length; row += width) {
      boolean observed = rows[row + width - 1] != 0;
      for (int c = 0; observed && c < SCALED_CHANNELS; c++) {
        double flipped = rows[row + c] * (c < SIGNED_CHANNELS ? sign : 1);
        rows[row + c] = (float) (flipped * scale + NOISE_SIGMA * random.nextGaussian());
      }
    }
    return rows;
  }
}
