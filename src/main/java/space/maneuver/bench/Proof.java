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

/** Proves under load that the service keeps a promise. */
interface Proof {

  /**
   * Runs the proof.
   *
   * @param directory directory for files
   * @param progress receives a description of each stage
   * @return measurements with their targets
   */
  List<BenchRow> run(Path directory, Consumer<String> progress) throws IOException;

  /** Returns the number of stages reported to the progress. */
  int stages();

  /** Returns windows that suit every network of {@link BenchNetworks}. */
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

  /** Returns a source of varying but reproducible pauses. */
  static Random pauses() {
    return new Random(1);
  }

  /** Returns the counts of a load, of which those of failures must be 0. */
  static List<BenchRow> nothingLost(LoadTally tally) {
    return List.of(
        BenchRow.of("requests answered", tally.answered.getTotalCount(), "requests"),
        BenchRow.of("requests refused", tally.refused.getTotalCount(), "requests"),
        BenchRow.atMost("wrong answers", tally.wrong, "requests", 0),
        BenchRow.atMost("replies cut short", tally.cut, "requests", 0),
        BenchRow.atMost("requests without a reply", tally.unanswered, "requests", 0),
        BenchRow.atMost("errors other than 429 and 503", tally.errors(), "requests", 0));
  }
}
