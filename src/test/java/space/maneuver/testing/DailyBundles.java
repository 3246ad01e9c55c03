package space.maneuver.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import space.maneuver.features.DailyFeatures;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.ModelBundle.BundleFeatures;
import space.maneuver.model.bundle.ModelBundle.Thresholds;
import space.maneuver.model.bundle.TrainingRecord;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.torchscript.ManeuverLstmNetwork;
import space.maneuver.torchscript.Tensor;
import space.maneuver.torchscript.TorchScriptArchive;

/** Bundles of the daily schema for a detector: one finds jumps, others fail or answer at random. */
public final class DailyBundles {

  private static final int INPUTS = DailyFeatures.SCHEMA.width() + 1;

  /** Mean motion, inclination and node. */
  private static final int[] WATCHED = {0, 2, 3};

  /** Of a normalised rate: about 30 times the window's own noise. */
  private static final float JUMP = 3.5f;

  static final Thresholds THRESHOLDS =
      new Thresholds(
          Map.of(30, 0.4, 60, 0.6),
          Map.of(
              OrbitRegime.LEO,
              0.5,
              OrbitRegime.MEO,
              0.5,
              OrbitRegime.GEO,
              0.5,
              OrbitRegime.HEO,
              0.5));

  private DailyBundles() {}

  /** A network of random weights, whose answers mean nothing but differ. */
  public static LoadedBundle random(long seed) {
    ManeuverLstmNetwork network = new ManeuverLstmNetwork(INPUTS, Bundles.HIDDEN, 2, 0);
    return bundle(network, randomParameters(network, seed));
  }

  private static Map<String, Tensor> randomParameters(ManeuverLstmNetwork network, long seed) {
    Map<String, Tensor> parameters = network.initialise(seed);
    for (Tensor tensor : parameters.values()) {
      for (int i = 0; i < tensor.values().length; i++) {
        tensor.values()[i] *= 10;
      }
    }
    return parameters;
  }

  /** As {@link #random}, but it fails on a batch that holds a number above 40. */
  public static LoadedBundle failing(long seed) {
    return failing(seed, 40);
  }

  /** As {@link #random}, but it fails on a batch that holds a number above another one. */
  public static LoadedBundle failing(long seed, double most) {
    LoadedBundle sound = random(seed);
    ManeuverLstmNetwork network = new ManeuverLstmNetwork(INPUTS, Bundles.HIDDEN, 2, 0);
    TorchScriptArchive archive = network.archive(randomParameters(network, seed));
    byte[] bytes =
        failing(archive, "states(self: __torch__.ManeuverLSTM, x: Tensor) -> Tensor:", most);
    return new LoadedBundle("test", sound.description(), bytes, sound.card());
  }

  static byte[] failing(TorchScriptArchive archive, String method, double most) {
    String check =
        """

            if bool(torch.any(torch.gt(x, %s))):
              ops.prim.RaiseException("a number that is too large")
            else:
              pass
        """
            .formatted(most)
            .stripTrailing();
    String source = archive.source().replace(method, method + check);
    if (source.equals(archive.source())) {
      throw new IllegalArgumentException("there is no " + method);
    }
    return new TorchScriptArchive(archive.className(), source, archive.attributes()).toBytes();
  }

  /** A network that answers everything with what is no number. */
  public static LoadedBundle notANumber() {
    ManeuverLstmNetwork network = new ManeuverLstmNetwork(INPUTS, Bundles.HIDDEN, 2, 0);
    Map<String, Tensor> parameters = network.initialise(0);
    Arrays.fill(values(parameters, "classifier_bias"), Float.NaN);
    return bundle(network, parameters);
  }

  /**
   * A network with weights made by hand: each of its units waits for a jump of one rate in one
   * direction and never forgets it. So its logit is -5 up to the day of the first jump and above 5
   * from then on.
   */
  public static LoadedBundle jumpFinder() {
    int units = 2 * WATCHED.length;
    ManeuverLstmNetwork network = new ManeuverLstmNetwork(INPUTS, units, 1, 0);
    Map<String, Tensor> parameters = new LinkedHashMap<>(network.initialise(0));
    parameters.values().forEach(tensor -> Arrays.fill(tensor.values(), 0));
    float[] input = values(parameters, "weight_ih_l0");
    float[] bias = values(parameters, "bias_ih_l0");
    for (int unit = 0; unit < units; unit++) {
      input[unit * INPUTS + WATCHED[unit / 2]] = unit % 2 == 0 ? 10 : -10;
      bias[unit] = -10 * JUMP;
    }
    Arrays.fill(bias, units, 4 * units, 20);
    Arrays.fill(values(parameters, "classifier_weight"), 15);
    Arrays.fill(values(parameters, "classifier_bias"), -5);
    return bundle(network, parameters);
  }

  private static float[] values(Map<String, Tensor> parameters, String name) {
    return Objects.requireNonNull(parameters.get(name), name).values();
  }

  private static LoadedBundle bundle(ManeuverLstmNetwork network, Map<String, Tensor> parameters) {
    ModelBundle description =
        new ModelBundle(
            ModelBundle.FORMAT_VERSION,
            "test",
            "1.2.3",
            new Architecture(
                "lstm", Head.WINDOW, INPUTS, network.hidden(), network.layers(), 1, 0, false),
            BundleFeatures.of(DailyFeatures.SCHEMA),
            List.of(30, 60),
            DailyFeatures.normaliser(false),
            Map.of(30, new Calibration(1, 0), 60, new Calibration(0.5, 0.3)),
            new Calibration(1.5, 0.2),
            Map.of(),
            THRESHOLDS,
            new TrainingRecord(List.of(), 0, 1, false),
            Map.of(),
            "0".repeat(64),
            Set.of());
    return new LoadedBundle("test", description, network.archive(parameters).toBytes(), "# Test\n");
  }
}
