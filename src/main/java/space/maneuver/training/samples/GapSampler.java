package space.maneuver.training.samples;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.WindowBatch;

/**
 * Draws windows of 56 to 60 element sets, each as a request ending with its newest element set
 * would see it. Every gap is a sample, except those next to a gap with a burn.
 */
public final class GapSampler implements Sampler {

  private static final int SHORTEST = ModelBundle.SCAN_STEPS;
  private static final int LONGEST = 60;
  private static final double SHARE_OF_SIMULATED = 0.25;

  private final List<LabelledGaps> histories;
  private final HistoryDraw draw;
  private final SplittableRandom random;
  private final GapAugmentation augmentation;

  /**
   * Creates a sampler.
   *
   * @param histories histories; those with fewer labels than the longest window are left out
   * @throws IllegalArgumentException if none is long enough
   */
  public GapSampler(List<LabelledGaps> histories, long seed) {
    this.histories = histories.stream().filter(history -> history.size() >= LONGEST).toList();
    if (this.histories.isEmpty()) {
      throw new IllegalArgumentException(
          "no history has " + LONGEST + " element sets with labels; at least one is needed");
    }
    boolean[] simulated = new boolean[this.histories.size()];
    for (int i = 0; i < simulated.length; i++) {
      simulated[i] = this.histories.get(i).simulated();
    }
    draw =
        new HistoryDraw(
            this.histories.stream().mapToDouble(LabelledGaps::size).toArray(),
            simulated,
            SHARE_OF_SIMULATED);
    random = new SplittableRandom(seed);
    augmentation = new GapAugmentation(random.split());
  }

  @Override
  public SampleBatch next(int size) {
    int channels = ElementSetFeatures.SCHEMA.width();
    int width = channels + 1;
    ByteBuffer x = WindowBatch.allocate(size, LONGEST, width);
    FloatBuffer rows = x.asFloatBuffer();
    float[] labels = new float[size * LONGEST];
    float[] weights = new float[size * LONGEST];
    long[] lengths = new long[size];
    float known = 0;
    for (int row = 0; row < size; row++) {
      LabelledGaps history = histories.get(draw.next(random));
      int length = random.nextInt(SHORTEST, LONGEST + 1);
      int from = random.nextInt(history.from(), history.to() - length + 1);
      float[] values = history.features().rows(from, from + length, from + length - 1);
      augmentation.apply(values, channels);
      for (int k = 0; k < length; k++) {
        int step = row * LONGEST + k;
        rows.put(step * width, values, k * channels, channels);
        rows.put(step * width + channels, 1);
        labels[step] = history.labels()[from + k];
        weights[step] = history.weights()[from + k];
        known += weights[step];
      }
      lengths[row] = length;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= known;
    }
    return new SampleBatch(new WindowBatch(x, size, LONGEST, width, lengths), labels, weights);
  }

  /**
   * Augments the rows of a window plausibly: a burn in the opposite direction, a satellite with
   * more or less noise, different noise.
   */
  private static final class GapAugmentation {

    /** The last two channels, gap and noise, have no sign and no noise. */
    private static final int PLAIN_CHANNELS = 2;

    private static final double SCALE_SIGMA = 0.15;
    private static final double NOISE_SIGMA = 0.05;

    private final SplittableRandom random;

    GapAugmentation(SplittableRandom random) {
      this.random = random;
    }

    /** Augments the rows in place. */
    void apply(float[] rows, int width) {
      double factor =
          (random.nextBoolean() ? 1 : -1) * Math.exp(SCALE_SIGMA * random.nextGaussian());
      for (int row = 0; row < rows.length; row += width) {
        for (int c = 0; c < width - PLAIN_CHANNELS; c++) {
          rows[row + c] = (float) (rows[row + c] * factor + NOISE_SIGMA * random.nextGaussian());
        }
      }
    }
  }
}
