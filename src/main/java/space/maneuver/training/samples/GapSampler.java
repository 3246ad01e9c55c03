package space.maneuver.training.samples;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.WindowBatch;

/**
 * Draws windows of 56 to 60 element sets, or all of a shorter history, each as a request ending
 * with its newest element set would see it. Every gap with a known label is a sample, except those
 * next to a gap with a burn.
 */
public final class GapSampler implements Sampler {

  private static final int SHORTEST = ModelBundle.SCAN_STEPS;
  private static final int LONGEST = 60;

  private final List<GapSource> sources;
  private final List<HistoryDraw> draws;
  private final double shares;
  private final SplittableRandom random;
  private final GapAugmentation augmentation;

  /**
   * Creates a sampler.
   *
   * @param sources histories to draw from
   * @param reversed share of the windows in which all changes have the opposite sign, 0 to 1
   * @throws IllegalArgumentException if there is no history
   */
  public GapSampler(List<GapSource> sources, double reversed, long seed) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(
          "no history has "
              + GapSource.FEWEST_STEPS
              + " element sets with labels; at least one is"
              + " needed");
    }
    this.sources = List.copyOf(sources);
    draws = sources.stream().map(GapSampler::draw).toList();
    shares = sources.stream().mapToDouble(GapSource::share).sum();
    random = new SplittableRandom(seed);
    augmentation = new GapAugmentation(random.split(), reversed);
  }

  private static HistoryDraw draw(GapSource source) {
    double[] lengths = new double[source.histories().size()];
    Arrays.setAll(lengths, source::samples);
    return new HistoryDraw(lengths);
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
      int drawn = source();
      GapSource source = sources.get(drawn);
      LabelledGaps history = source.histories().get(draws.get(drawn).next(random));
      int length = Math.min(random.nextInt(SHORTEST, LONGEST + 1), history.size());
      int from = source.first(history, length, random);
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
      weights[i] /= Math.max(known, 1);
    }
    return new SampleBatch(new WindowBatch(x, size, LONGEST, width, lengths), labels, weights);
  }

  private int source() {
    double left = random.nextDouble() * shares;
    int drawn = 0;
    while (drawn < sources.size() - 1 && left >= sources.get(drawn).share()) {
      left -= sources.get(drawn).share();
      drawn++;
    }
    return drawn;
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
    private final double reversed;

    GapAugmentation(SplittableRandom random, double reversed) {
      this.random = random;
      this.reversed = reversed;
    }

    /** Augments the rows in place. */
    void apply(float[] rows, int width) {
      double factor =
          (random.nextDouble() < reversed ? -1 : 1) * Math.exp(SCALE_SIGMA * random.nextGaussian());
      for (int row = 0; row < rows.length; row += width) {
        for (int c = 0; c < width - PLAIN_CHANNELS; c++) {
          rows[row + c] = (float) (rows[row + c] * factor + NOISE_SIGMA * random.nextGaussian());
        }
      }
    }
  }
}
