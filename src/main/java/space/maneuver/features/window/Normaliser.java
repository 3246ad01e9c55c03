package space.maneuver.features.window;

import java.util.List;
import space.maneuver.math.Medians;

/**
 * Converts a window in physical units to the network's input: the scaled channels, and a mask that
 * is 1 where a step was observed.
 *
 * @param channels one per channel of the schema, in its order
 */
public record Normaliser(List<ChannelScaling> channels) {

  public Normaliser {
    channels = List.copyOf(channels);
  }

  /** Number of columns of the result: the channels and the mask. */
  public int width() {
    return channels.size() + 1;
  }

  /**
   * Normalises a window.
   *
   * @return steps x {@link #width()}, row-major, finite; rows of missing steps are 0
   * @throws IllegalArgumentException if the window has another number of channels
   */
  public float[] apply(FeatureWindow window) {
    float[] result = new float[window.steps() * width()];
    apply(window, result);
    return result;
  }

  /**
   * Normalises a window into the first elements of an array; the others are left unchanged.
   *
   * @param result at least steps x {@link #width()} elements
   */
  public void apply(FeatureWindow window, float[] result) {
    if (window.width() != channels.size()) {
      throw new IllegalArgumentException(
          "a window of " + window.width() + " channels; expected " + channels.size());
    }
    int[] rows = new int[window.steps()];
    int observed = copy(window, result, rows);
    double[] column = new double[observed];
    for (int c = 0; c < channels.size(); c++) {
      ChannelScaling scaling = channels.get(c);
      switch (scaling.kind()) {
        case WINDOW -> scaleByWindow(window, c, scaling.scale(), rows, column, result);
        case FIXED -> scale(window, c, scaling.centre(), scaling.scale(), rows, observed, result);
        case UNUSED -> {
          for (int i = 0; i < observed; i++) {
            result[rows[i] * width() + c] = 0;
          }
        }
        case AS_IS -> {}
      }
    }
  }

  /**
   * Copies the values unchanged, 0 where missing, and sets the mask.
   *
   * @param rows receives the rows with a value, ascending
   * @return their number
   */
  private static int copy(FeatureWindow window, float[] result, int[] rows) {
    float[] values = window.values();
    int width = window.width();
    int to = 0;
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      boolean observed = false;
      for (int from = row * width; from < (row + 1) * width; from++) {
        float value = values[from];
        boolean missing = Float.isNaN(value);
        observed |= !missing;
        result[to++] = missing ? 0 : value;
      }
      result[to++] = observed ? 1 : 0;
      rows[count] = row;
      count += observed ? 1 : 0;
    }
    return count;
  }

  private static void scaleByWindow(
      FeatureWindow window, int c, double least, int[] rows, double[] column, float[] result) {
    float[] values = window.values();
    int width = window.width();
    int count = 0;
    for (int i = 0; i < column.length; i++) {
      float value = values[rows[i] * width + c];
      if (!Float.isNaN(value)) {
        column[count++] = value;
      }
    }
    double centre = Medians.sorting(column, count);
    double deviation = Medians.deviation(column, count, centre);
    double scale = Math.max(Medians.MAD_TO_SIGMA * deviation, least);
    scale(window, c, centre, scale, rows, column.length, result);
  }

  private static void scale(
      FeatureWindow window,
      int c,
      double centre,
      double scale,
      int[] rows,
      int observed,
      float[] result) {
    float[] values = window.values();
    int width = window.width();
    for (int i = 0; i < observed; i++) {
      float value = values[rows[i] * width + c];
      if (!Float.isNaN(value)) {
        result[rows[i] * (width + 1) + c] = compress((value - centre) / scale);
      }
    }
  }

  /** sign(z) ln(1 + |z|). */
  public static float compress(double z) {
    return (float) Math.copySign(log1p(Math.abs(z)), z);
  }

  /**
   * Equals {@link Math#log1p}, which is a slow native call; compensates the rounding of 1 + z
   * (Kahan; Goldberg, What every computer scientist should know about floating-point arithmetic,
   * 1991).
   */
  private static double log1p(double z) {
    double sum = 1 + z;
    if (sum == 1) {
      return z;
    }
    return z < 1 ? Math.log(sum) * (z / (sum - 1)) : Math.log(sum);
  }
}
