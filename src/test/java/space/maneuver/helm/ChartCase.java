package space.maneuver.helm;

import java.nio.file.Path;
import java.util.Locale;

/** A way to install the chart; its values lie under {@code src/test/resources/helm}. */
enum ChartCase {
  DEFAULT,
  MINIMAL,
  GPU,
  AUTOSCALED,
  INGRESS,
  ACCESS,
  POSTGRESQL,
  EMBEDDED,
  TRAINING;

  Path file() {
    return Path.of("src/test/resources/helm", name().toLowerCase(Locale.ROOT) + ".yaml");
  }
}
