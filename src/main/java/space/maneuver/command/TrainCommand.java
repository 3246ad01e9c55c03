package space.maneuver.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.evaluation.Evaluation;
import space.maneuver.model.bundle.BundleWriter;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.training.BundleTraining;
import space.maneuver.training.NegativeControl;

@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a network and writes it as a bundle that the service and the commands can " + "run.",
      "Without --data it trains on simulated histories alone."
    })
final class TrainCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Directory of the bundle; its last name is the bundle's.")
  private Path output = Path.of("");

  @Option(
      names = "--force",
      description = "Replaces the bundle that is in --output already, when the new one is whole.")
  private boolean force;

  @Option(
      names = "--bundle-version",
      paramLabel = "X.Y.Z",
      defaultValue = "1.0.0",
      description = "Version to write into the bundle (default: ${DEFAULT-VALUE}).")
  private String version = "";

  @Option(
      names = "--from",
      paramLabel = "NAME|DIR",
      description =
          "Bundled model or a bundle's directory to go on from: fine-tunes its network on "
              + "your own labels, with its architecture and head, a quarter of the usual steps and "
              + "a tenth of the usual learning rate.")
  private @Nullable String from;

  @Option(
      names = "--thresholds",
      paramLabel = "FILE",
      description =
          "thresholds.json or evaluation.json of evaluate: brings calibration, thresholds "
              + "and figures. It must be of the same data and options; only the seed may differ. "
              + "Without it, every fourth history is left out of training and gives them.")
  private @Nullable Path thresholds;

  @Override
  public Integer call() throws IOException {
    if (thresholds != null && from != null) {
      throw Console.usage(
          command,
          "--thresholds does not go with --from: evaluate trains networks from fresh weights, and"
              + " their calibration and thresholds are not those of a fine-tuned one");
    }
    requireRoom();
    LoadedBundle start = from == null ? null : ModelOptions.bundle(command, "--from", from);
    if (start != null) {
      training.goOnFrom(start.description());
    }
    List<LabelledHistory> histories = training.histories();
    Evaluation evaluation = thresholds == null ? null : evaluation(thresholds, histories);
    List<LabelledHistory> simulated = training.simulations(0).toTrainOn(histories);
    if (histories.isEmpty() && simulated.isEmpty()) {
      throw Console.usage(command, "neither --data nor --simulated gives a history to train on");
    }
    try (TrainingBar bar = new TrainingBar()) {
      new BundleTraining(
              training.settings(), training.solarFlux(), training.checkpoints(beside(output)))
          .write(output, version, histories, simulated, start, evaluation, asTyped(start), bar);
    }
    Console.out(command).println(output);
    Console.out(command).flush();
    return ExitCode.OK;
  }

  /** Before hours of training, not after them. */
  private void requireRoom() throws IOException {
    if (force || Files.notExists(output)) {
      BundleWriter.requireReplaceable(output);
      return;
    }
    try (Stream<Path> children = Files.list(output)) {
      if (children.findAny().isPresent()) {
        throw Console.usage(
            command, "--output: " + output + " is there already; --force replaces a bundle");
      }
    }
  }

  private Evaluation evaluation(Path file, List<LabelledHistory> histories) throws IOException {
    Evaluation evaluation = Evaluation.read(file);
    List<String> differences = evaluation.differences(training.trainedOn(histories, NegativeControl.NONE));
    if (!differences.isEmpty()) {
      throw Console.usage(
          command,
          "--thresholds: %s is the evaluation of another training: %s"
              .formatted(file, String.join("; ", differences)));
    }
    return evaluation;
  }

  /** The command with names in place of what lies on one's own disk. */
  private String asTyped(@Nullable LoadedBundle start) {
    return "train"
        + training.asOptions()
        + (start == null ? "" : " --from " + start.description().name())
        + (thresholds == null ? "" : " --thresholds EVALUATION/thresholds.json")
        + (" --output " + output.toAbsolutePath().normalize().getFileName());
  }

  /** A bundle's own directory holds nothing else. */
  private static Path beside(Path bundle) {
    Path target = bundle.toAbsolutePath().normalize();
    return target.resolveSibling("." + target.getFileName() + ".checkpoints");
  }
}
