package space.maneuver.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.window.ChannelScaling;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.model.bundle.BundleWriter;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.ModelBundle.BundleFeatures;
import space.maneuver.model.bundle.ModelBundle.RegimeCalibration;
import space.maneuver.model.bundle.ModelBundle.Thresholds;
import space.maneuver.model.bundle.TrainingRecord;
import space.maneuver.model.bundle.TrainingRecord.TrainingData;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.torchscript.ManeuverLstmNetwork;

/**
 * A small bundle of random weights with a value in every field, as files or as read from them: for
 * tests of the files and of the models that are served.
 */
public final class Bundles {

  public static final String CARD = "# A model for tests\n";

  /**
   * Units of the LSTM. PyTorch 2.7.1 computes a wrong LSTM of 8, 12, 16, 40 or 48 units on AMD
   * processors of family 26 with AVX-512; 20, 24, 32, 64, 96 and 128 are right there.
   */
  static final int HIDDEN = 24;

  private Bundles() {}

  public static ManeuverLstmNetwork network(int layers) {
    return new ManeuverLstmNetwork(Windows.INPUTS, HIDDEN, layers, 0.3);
  }

  /** Lists bundles as those of a class path. */
  public static void index(Path classPath, String... names) throws IOException {
    Path models = Files.createDirectories(classPath.resolve("models"));
    Files.write(models.resolve("index.txt"), List.of(names));
  }

  public static byte[] archive(int layers) {
    ManeuverLstmNetwork network = network(layers);
    return network.archive(network.initialise(layers)).toBytes();
  }

  public static ModelBundle describe(String name, int layers) {
    return describe(name, "1.2.3", layers);
  }

  private static ModelBundle describe(String name, String version, int layers) {
    FeatureSchema schema = DailyFeatures.SCHEMA;
    Normaliser normaliser =
        new Normaliser(
            schema.channels().stream()
                .map(channel -> new ChannelScaling(ChannelScaling.Kind.WINDOW, 0, 1))
                .toList());
    return new ModelBundle(
        ModelBundle.FORMAT_VERSION,
        name,
        version,
        new Architecture("lstm", Head.WINDOW, Windows.INPUTS, HIDDEN, layers, 1, 0.3, false),
        BundleFeatures.of(schema),
        List.of(30, 60),
        normaliser,
        Map.of(30, new Calibration(1.5, -0.25), 60, new Calibration(2, 0)),
        new Calibration(1, 0.5),
        Map.of(
            OrbitRegime.GEO,
            new RegimeCalibration(
                Map.of(30, new Calibration(0.5, 1), 60, new Calibration(0.75, 2)),
                new Calibration(3, -1))),
        new Thresholds(
            Map.of(30, 0.4, 60, 0.5),
            Map.of(
                OrbitRegime.LEO,
                0.5,
                OrbitRegime.MEO,
                0.6,
                OrbitRegime.GEO,
                0.7,
                OrbitRegime.HEO,
                0.8)),
        new TrainingRecord(List.of(new TrainingData("ENVISAT", 27386, 5000, 120)), 10, 42, true),
        Map.of("f1", Map.of("mean", 0.8, "folds", List.of(0.7, 0.9))),
        "0".repeat(64),
        Set.of(OrbitRegime.MEO));
  }

  public static void write(Path directory, String name, int layers) throws IOException {
    write(directory, name, "1.2.3", layers);
  }

  public static void write(Path directory, String name, String version, int layers)
      throws IOException {
    BundleWriter.write(directory, describe(name, version, layers), archive(layers), CARD);
  }

  /** The bundle as it would be read, without files. */
  public static LoadedBundle loaded(int layers) {
    return new LoadedBundle("test", describe("test", layers), archive(layers), CARD);
  }
}
