package space.maneuver.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import space.maneuver.features.FeatureWindows;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.OrbitRegime;

/** Windows of 30 days to predict. */
final class BenchWindows {

  private static final int DAYS = 30;
  private static final int OBJECTS = 12;
  private static final int SEED = 1;

  private BenchWindows() {}

  /** Returns windows of standard normal numbers, with a step per day. */
  static List<FeatureWindow> random(int count, int width) {
    Random random = new Random(SEED);
    List<FeatureWindow> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] values = new float[DAYS * width];
      for (int k = 0; k < values.length; k++) {
        values[k] = (float) random.nextGaussian();
      }
      windows.add(new FeatureWindow(null, null, null, DAYS, width, values));
    }
    return windows;
  }

  /** Returns windows of simulated objects with the features of a bundle. */
  static List<FeatureWindow> simulated(int count, ModelBundle bundle) {
    List<FeatureWindow> windows =
        new BenchCatalogue(OrbitRegime.LEO)
            .objects(OBJECTS)
            .flatMap(
                each ->
                    FeatureWindows.of(bundle.features().sampling(), each, DAYS, 1, SolarFlux.NONE)
                        .stream())
            .map(each -> new FeatureWindow(null, null, null, DAYS, each.width(), each.values()))
            .toList();
    return windows.subList(0, Math.min(count, windows.size()));
  }
}
