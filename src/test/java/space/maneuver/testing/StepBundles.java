package space.maneuver.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.ModelBundle.BundleFeatures;
import space.maneuver.model.bundle.TrainingRecord;
import space.maneuver.torchscript.Readout;
import space.maneuver.torchscript.StepArchitecture;
import space.maneuver.torchscript.StepEnsemble;
import space.maneuver.torchscript.StepNetwork;
import space.maneuver.torchscript.TorchScriptArchive;

/** Bundles with a step per element set for a detector: they answer at random, or fail. */
public final class StepBundles {

  private static final int INPUTS = ElementSetFeatures.SCHEMA.width() + 1;
  private static final int HIDDEN = Bundles.HIDDEN;
  private static final int MEMBERS = 2;

  private StepBundles() {}

  /** Networks of random weights, whose answers mean nothing but differ. */
  public static LoadedBundle random(long seed) {
    return bundle(network(seed).toBytes());
  }

  /** As {@link #random}, but it fails on a batch that holds a number above another one. */
  public static LoadedBundle failing(long seed, double most) {
    String logits =
        "logits(self: __torch__.ManeuverEnsemble, x: Tensor, lengths: Tensor) -> Tensor:";
    return bundle(DailyBundles.failing(network(seed), logits, most));
  }

  private static TorchScriptArchive network(long seed) {
    StepNetwork member =
        new StepNetwork(StepArchitecture.BILSTM, Readout.EVERY_STEP, INPUTS, HIDDEN, 0);
    return new StepEnsemble(member, MEMBERS).initialise(seed);
  }

  private static LoadedBundle bundle(byte[] network) {
    ModelBundle description =
        new ModelBundle(
            ModelBundle.FORMAT_VERSION,
            "steps",
            "1.2.3",
            new Architecture("bilstm", Head.STEP, INPUTS, HIDDEN, 1, MEMBERS, 0, true),
            BundleFeatures.of(ElementSetFeatures.SCHEMA),
            List.of(30, 60),
            ElementSetFeatures.normaliser(),
            Map.of(30, new Calibration(1, 0), 60, new Calibration(0.5, 0.3)),
            new Calibration(1.5, 0.2),
            Map.of(),
            DailyBundles.THRESHOLDS,
            new TrainingRecord(List.of(), 0, 1, false),
            Map.of(),
            "0".repeat(64),
            Set.of());
    return new LoadedBundle("test", description, network, "# Test\n");
  }
}
