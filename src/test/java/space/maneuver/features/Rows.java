package space.maneuver.features;

import java.util.Arrays;
import space.maneuver.features.window.FeatureWindow;

/** Columns of {@link DailyFeatures#SCHEMA} and the numbers of a window. */
public final class Rows {

  static final int MEAN_MOTION = 0;
  static final int ECCENTRICITY = 1;
  static final int INCLINATION = 2;
  static final int NODE = 3;
  static final int B_STAR = 4;
  public static final int FLUX = 5;
  static final int HOURS = 6;
  static final int CLASS = 7;

  private Rows() {}

  static float at(FeatureWindow window, int step, int column) {
    return window.values()[step * window.width() + column];
  }

  static float[] row(FeatureWindow window, int step) {
    int from = step * window.width();
    return Arrays.copyOfRange(window.values(), from, from + window.width());
  }
}
