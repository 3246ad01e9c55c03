package space.maneuver.bench;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.window.ChannelScaling;
import space.maneuver.features.window.Normaliser;
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

/**
 * Networks with random weights on windows of 30 days with a step per day. They take the channels
 * unscaled, so that the service is all that is measured besides the network.
 */
final class BenchNetworks {

  /** The reference network: one layer, a state of 64, nine inputs. */
  static final ManeuverLstmNetwork REFERENCE =
      new ManeuverLstmNetwork(DailyFeatures.SCHEMA.width() + 1, 64, 1, 0);

  static final int DAYS = 30;

  private BenchNetworks() {}

  /**
   * Returns a bundle of a network.
   *
   * @param version version of the bundle, on which its answers depend
   */
  static LoadedBundle bundle(String name, String version, ManeuverLstmNetwork network) {
    Normaliser asIs =
        new Normaliser(
            Collections.nCopies(
                DailyFeatures.SCHEMA.width(), new ChannelScaling(ChannelScaling.Kind.AS_IS, 0, 1)));
    Map<OrbitRegime, Double> even =
        Stream.of(OrbitRegime.values()).collect(Collectors.toMap(each -> each, each -> 0.5));
    ModelBundle description =
        new ModelBundle(
            ModelBundle.FORMAT_VERSION,
            name,
            version,
            new Architecture(
                "lstm",
                Head.WINDOW,
                network.inputs(),
                network.hidden(),
                network.layers(),
                1,
                0,
                false),
            BundleFeatures.of(DailyFeatures.SCHEMA),
            List.of(DAYS),
            asIs,
            Map.of(DAYS, new Calibration(4, 0)),
            new Calibration(1, 0),
            Map.of(),
            new Thresholds(Map.of(DAYS, 0.5), even),
            new TrainingRecord(List.of(), 0, 1, false),
            Map.of(),
            "0".repeat(64),
            Set.of());
    byte[] archive = network.archive(network.initialise(version.hashCode())).toBytes();
    return new LoadedBundle(name, description, archive, "# Random weights, for measuring\n");
  }
}
