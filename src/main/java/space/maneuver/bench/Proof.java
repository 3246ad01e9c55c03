package space.maneuver.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import space.maneuver.bench.load.LoadTally;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.bundle.BundleWriter;
import space.maneuver.model.bundle.LoadedBundle;

/** Shows under load that the service keeps a promise. */
interface Proof {

  /**
   * @param directory for files
   * @param progress is told what goes on
   * @return what was seen, and what should be
   */
  List<BenchRow> run(Path directory, Consumer<String> progress) throws IOException;

  /** The same windows for every network of {@link BenchNetworks}. */
  static List<FeatureWindow> windows(int count) {
    return BenchWindows.random(count, DailyFeatures.SCHEMA.width());
  }

  static void write(Path bundles, LoadedBundle bundle) throws IOException {
    BundleWriter.write(
        bundles.resolve(bundle.description().name()),
        bundle.description(),
        bundle.network(),
        bundle.card());
  }

  static String directory(Path bundles) {
    return "--maneuver.models.directory=" + bundles;
  }

  /** Pauses that differ, but not from run to run. */
  static Random pauses() {
    return new Random(1);
  }

  /** Rows that must be 0 after any load. */
  static List<BenchRow> nothingLost(LoadTally tally) {
    return List.of(
        BenchRow.of("requests answered", tally.answered.getTotalCount(), "requests"),
        BenchRow.of("requests refused", tally.refused.getTotalCount(), "requests"),
        BenchRow.atMost("wrong answers", tally.wrong, "requests", 0),
        BenchRow.atMost("replies cut", tally.cut, "requests", 0),
        BenchRow.atMost("requests without a reply", tally.unanswered, "requests", 0),
        BenchRow.atMost("errors other than 429 and 503", tally.errors(), "requests", 0));
  }
}
