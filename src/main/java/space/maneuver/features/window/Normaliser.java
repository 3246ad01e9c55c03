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
    copy(window, result);
    double[] column = new double[window.steps()];
    for (int c = 0; c < channels.size(); c++) {
      if (channels.get(c).kind() != ChannelScaling.Kind.AS_IS) {
        scale(window, c, column, result);
      }
    }
  }

  /** Copies the values unchanged, 0 where missing, and sets the mask. */
  private static void copy(FeatureWindow window, float[] result) {
    float[] values = window.values();
    int width = window.width();
    int to = 0;
    for (int row = 0; row < values.length; row += width) {
      boolean observed = false;
      for (int from = row; from < row + width; from++) {
        float value = values[from];
        boolean missing = Float.isNaN(value);
        observed |= !missing;
        result[to++] = missing ? 0 : value;
      }
      result[to++] = observed ? 1 : 0;
    }
  }

  private void scale(FeatureWindow window, int c, double[] column, float[] result) {
    ChannelScaling scaling = channels.get(c);
    if (scaling.kind() == ChannelScaling.Kind.UNUSED) {
      for (int step = 0, to = c; step < window.steps(); step++, to += width()) {
        result[to] = 0;
      }
      return;
    }
    double centre = scaling.centre();
    double scale = scaling.scale();
    if (scaling.kind() == ChannelScaling.Kind.WINDOW) {
      int count = 0;
      for (int step = 0; step < window.steps(); step++) {
        float value = window.values()[step * window.width() + c];
        if (!Float.isNaN(value)) {
          column[count++] = value;
        }
      }
      centre = Medians.sorting(column, count);
      for (int i = 0; i < count; i++) {
        column[i] = Math.abs(column[i] - centre);
      }
      scale = Math.max(Medians.MAD_TO_SIGMA * Medians.sorting(column, count), scale);
    }
    float[] values = window.values();
    int to = c;
    for (int from = c; from < values.length; from += window.width(), to += width()) {
      if (!Float.isNaN(values[from])) {
        result[to] = compress((values[from] - centre) / scale);
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
