package space.maneuver.detection;

import java.nio.FloatBuffer;
import java.util.List;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.Normaliser;

/** Windows as a network reads them, one behind the other in one array. */
final class NormalisedWindows {

  private final int width;
  private final int[] starts;
  private final float[] values;

  /** Normalises on the calling thread, so that inference threads need not. */
  NormalisedWindows(Normaliser normaliser, List<FeatureWindow> windows) {
    width = normaliser.width();
    starts = new int[windows.size() + 1];
    for (int i = 0; i < windows.size(); i++) {
      starts[i + 1] = starts[i] + windows.get(i).steps() * width;
    }
    values = new float[starts[windows.size()]];
    for (int i = 0; i < windows.size(); i++) {
      normaliser.apply(windows.get(i), values, starts[i]);
    }
  }

  int size() {
    return starts.length - 1;
  }

  int width() {
    return width;
  }

  int steps(int window) {
    return (starts[window + 1] - starts[window]) / width;
  }

  void copy(int window, FloatBuffer to, int at) {
    to.put(at, values, starts[window], starts[window + 1] - starts[window]);
  }
}
