package space.maneuver.training;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.Normaliser;
import space.maneuver.model.WindowBatch;

/**
 * Draws training batches: windows of 30, 60 or any number of days between, from histories drawn by
 * length to the power 0.7, so that long ones do not drown short ones. Every day of a window is a
 * sample: the label after k days is whether a burn has started within them. Days on which moving
 * the window's start or end by two days would change that are left out, since element sets need
 * that long to show a burn.
 */
final class BatchSampler {

  private static final double LENGTH_POWER = 0.7;
  private static final double CHANCE_OF_SERVED_LENGTH = 0.7;

  /** Of the windows, where there are real histories too: these show what real noise is. */
  private static final double SHARE_OF_SIMULATED = 0.25;

  private static final int SHORTEST = 15;
  private static final int LONGEST = 60;
  private static final int GUARD_DAYS = 2;

  private final List<LabelledSeries> histories;
  private final double[] cumulative;
  private final Normaliser normaliser;
  private final SplittableRandom random;
  private final Augmentation augmentation;

  /**
   * @param histories those too short for the longest window are left out
   * @throws IllegalArgumentException if none is long enough
   */
  BatchSampler(List<LabelledSeries> histories, Normaliser normaliser, long seed) {
    this.histories = histories.stream().filter(history -> history.holds(LONGEST)).toList();
    if (this.histories.isEmpty()) {
      throw new IllegalArgumentException(
          "no history has " + LONGEST + " days of labels; at least one is needed");
    }
    this.normaliser = normaliser;
    random = new SplittableRandom(seed);
    augmentation = new Augmentation(random.split());
    cumulative = cumulative(this.histories);
  }

  private static double[] cumulative(List<LabelledSeries> histories) {
    double simulated = weight(histories, true);
    double real = weight(histories, false);
    double factor =
        real > 0 && simulated > 0
            ? SHARE_OF_SIMULATED / (1 - SHARE_OF_SIMULATED) * real / simulated
            : 1;
    double[] cumulative = new double[histories.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      LabelledSeries history = histories.get(i);
      sum += Math.pow(history.days(), LENGTH_POWER) * (history.simulated() ? factor : 1);
      cumulative[i] = sum;
    }
    return cumulative;
  }

  private static double weight(List<LabelledSeries> histories, boolean simulated) {
    return histories.stream()
        .filter(history -> history.simulated() == simulated)
        .mapToDouble(history -> Math.pow(history.days(), LENGTH_POWER))
        .sum();
  }

  /** The next {@code size} windows. */
  SampleBatch next(int size) {
    int width = normaliser.width();
    ByteBuffer x = WindowBatch.allocate(size, LONGEST, width);
    FloatBuffer rows = x.asFloatBuffer();
    float[] labels = new float[size * LONGEST];
    float[] weights = new float[size * LONGEST];
    long[] lengths = new long[size];
    for (int row = 0; row < size; row++) {
      LabelledSeries history = draw();
      int days = drawLength();
      int start = random.nextInt(history.from(), history.to() - days + 1);
      FeatureWindow window = history.series().window(start, days);
      rows.put(row * LONGEST * width, augmentation.apply(normaliser.apply(window), width));
      label(history, start, days, row * LONGEST, labels, weights);
      lengths[row] = days;
    }
    WindowBatch windows = new WindowBatch(x, size, LONGEST, width, lengths);
    return new SampleBatch(windows, labels, weights);
  }

  private LabelledSeries draw() {
    double point = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return histories.get(Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1));
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
}
