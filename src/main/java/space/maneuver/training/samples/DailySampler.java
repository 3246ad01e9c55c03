package space.maneuver.training.samples;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.torch.WindowBatch;

/**
 * Draws training batches: windows of 15 to 60 days, mostly 30 or 60, from histories drawn by {@link
 * HistoryDraw}. Every day of a window is a sample: the label after k days is whether a burn has
 * started within them. Days on which moving the window's start or end by two days would change the
 * label are left out, since element sets need that long to show a burn.
 */
public final class DailySampler implements Sampler {

  private static final double CHANCE_OF_SERVED_LENGTH = 0.7;

  /** Share of the windows when there are real histories too, which alone show real noise. */
  private static final double SHARE_OF_SIMULATED = 0.25;

  private static final int SHORTEST = 15;
  private static final int LONGEST = 60;
  private static final int GUARD_DAYS = 2;
  private static final float WEIGHT_OF_LAST_DAY = 0.5f;

  private final List<LabelledSeries> histories;
  private final HistoryDraw draw;
  private final Normaliser normaliser;
  private final SplittableRandom random;
  private final DailyAugmentation augmentation;

  /**
   * Creates a sampler.
   *
   * @param histories histories; those too short for the longest window are left out
   * @throws IllegalArgumentException if none is long enough
   */
  public DailySampler(List<LabelledSeries> histories, Normaliser normaliser, long seed) {
    this.histories = histories.stream().filter(history -> history.holds(LONGEST)).toList();
    if (this.histories.isEmpty()) {
      throw new IllegalArgumentException(
          "no history has " + LONGEST + " days with labels; at least one is needed");
    }
    this.normaliser = normaliser;
    random = new SplittableRandom(seed);
    augmentation = new DailyAugmentation(random.split());
    boolean[] simulated = new boolean[this.histories.size()];
    for (int i = 0; i < simulated.length; i++) {
      simulated[i] = this.histories.get(i).simulated();
    }
    draw =
        new HistoryDraw(
            this.histories.stream().mapToDouble(LabelledSeries::days).toArray(),
            simulated,
            SHARE_OF_SIMULATED);
  }

  @Override
  public SampleBatch next(int size) {
    int width = normaliser.width();
    ByteBuffer x = WindowBatch.allocate(size, LONGEST, width);
    FloatBuffer rows = x.asFloatBuffer();
    float[] labels = new float[size * LONGEST];
    float[] weights = new float[size * LONGEST];
    long[] lengths = new long[size];
    for (int row = 0; row < size; row++) {
      LabelledSeries history = histories.get(draw.next(random));
      int days = drawLength();
      int start = random.nextInt(history.from(), history.to() - days + 1);
      FeatureWindow window = history.series().window(start, days);
      rows.put(row * LONGEST * width, augmentation.apply(normaliser.apply(window), width));
      label(history, start, days, row * LONGEST, labels, weights);
      lengths[row] = days;
    }
    WindowBatch windows = new WindowBatch(x, size, LONGEST, width, lengths);
    return new SampleBatch(windows, labels, meanWeights(windows, weights));
  }

  private int drawLength() {
    if (random.nextDouble() < CHANCE_OF_SERVED_LENGTH) {
      return random.nextBoolean() ? LONGEST : LONGEST / 2;
    }
    return random.nextInt(SHORTEST, LONGEST + 1);
  }

  private static void label(
      LabelledSeries history, int start, int days, int offset, float[] labels, float[] weights) {
    for (int k = 1; k <= days; k++) {
      int end = start + k;
      labels[offset + k - 1] = history.burnIn(start, end) ? 1 : 0;
      boolean early = history.burnIn(start - GUARD_DAYS, end);
      boolean late = history.burnIn(start, Math.max(end - GUARD_DAYS, start));
      weights[offset + k - 1] = early == late ? 1 : 0;
    }
  }

  /** Averages over all days plus, again, over the last days, which are what forward answers. */
  private static float[] meanWeights(WindowBatch windows, float[] known) {
    float all = 0;
    float last = 0;
    for (float weight : known) {
      all += weight;
    }
    for (int row = 0; row < windows.batch(); row++) {
      last += known[lastDay(windows, row)];
    }
    float[] weights = known.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= Math.max(all, 1);
    }
    for (int row = 0; row < windows.batch(); row++) {
      int day = lastDay(windows, row);
      weights[day] += WEIGHT_OF_LAST_DAY * known[day] / Math.max(last, 1);
    }
    return weights;
  }

  private static int lastDay(WindowBatch windows, int row) {
    return row * windows.time() + (int) windows.lengths()[row] - 1;
  }

  /**
   * Augments a normalized window plausibly: a burn in the opposite direction, a satellite with more
   * or less noise, different noise.
   */
  static final class DailyAugmentation {

    /** Rates change sign together; B*, the next channel, keeps its sign. */
    private static final int SIGNED_CHANNELS = 4;

    private static final int SCALED_CHANNELS = 5;
    private static final double SCALE_SIGMA = 0.15;
    private static final double NOISE_SIGMA = 0.05;

    private final SplittableRandom random;

    DailyAugmentation(SplittableRandom random) {
      this.random = random;
    }

    /** Augments the rows in place and returns them; missing steps stay 0. */
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
}
