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
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.command.terminal.TrainingBar;
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
      "Trains a network and writes it as a bundle that the service and the other commands can run.",
      "Without --data it trains on simulated histories only. Takes minutes; after an interruption,"
          + " the same command resumes. For calibrated probabilities, run evaluate first and pass"
          + " its thresholds.json."
    },
    customSynopsis = "maneuver-detection train [OPTIONS] [--data DIR]... --output DIR",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar train --quick --output models/first",
      "  java -jar maneuver-detection.jar train --data labelled --output models/mine \\",
      "        --thresholds results/thresholds.json",
      "  java -jar maneuver-detection.jar train --from maneuver-lstm --data labelled \\",
      "        --output models/tuned"
    })
final class TrainCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Under(Heading.OUTPUT)
  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description =
          "Directory of the new bundle, whose last path component becomes the model's name."
              + " Required.")
  private Path output = Path.of("");

  @Under(Heading.OUTPUT)
  @Option(
      names = "--force",
      description =
          "Replace an existing bundle in --output once the new one is complete (default: refuse).")
  private boolean force;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--bundle-version",
      paramLabel = "X.Y.Z",
      defaultValue = "1.0.0",
      description = "Version of the bundle, three integers (default: ${DEFAULT-VALUE}).")
  private String version = "";

  @Under(Heading.NETWORK)
  @Option(
      names = "--from",
      paramLabel = "NAME|DIR",
      description =
          "Fine-tune this model, maneuver-lstm, maneuver-lstm-daily or the directory of a bundle, on"
              + " your own labels: with its architecture and head, a quarter of the steps and a tenth"
              + " of the learning rate (default: random initialization).")
  private @Nullable String from;

  @Under(Heading.EVALUATION)
  @Option(
      names = "--thresholds",
      paramLabel = "FILE",
      description =
          "thresholds.json or evaluation.json written by evaluate with the same data and options,"
              + " seed excepted: source of calibration, thresholds and figures (default: hold out a"
              + " random quarter of the histories and fit them to it).")
  private @Nullable Path thresholds;

  @Override
  public Integer call() throws IOException {
    if (thresholds != null && from != null) {
      throw Console.usage(
          command,
          "--thresholds cannot be combined with --from: evaluate trains networks from scratch,"
              + " whose calibration and thresholds do not suit a fine-tuned one");
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
      throw Console.usage(command, "no history to train on: give --data or a --simulated above 0");
    }
    try (TrainingBar bar = new TrainingBar()) {
      new BundleTraining(
              training.settings(), training.solarFlux(), training.checkpoints(beside(output)))
          .write(
              output,
              version,
              histories,
              simulated,
              training.unlabeled(histories),
              start,
              evaluation,
              asTyped(start),
              bar);
    }
    Console.out(command).println(output);
    Console.out(command).flush();
    return ExitCode.OK;
  }

  /** Fails before the training rather than after hours of it. */
  private void requireRoom() throws IOException {
    if (force || Files.notExists(output)) {
      BundleWriter.requireReplaceable(output);
      return;
    }
    try (Stream<Path> children = Files.list(output)) {
      if (children.findAny().isPresent()) {
        throw Console.usage(
            command, "--output: " + output + " already exists; --force replaces a bundle");
      }
    }
  }

  private Evaluation evaluation(Path file, List<LabelledHistory> histories) throws IOException {
    Evaluation evaluation = Evaluation.read(file);
    List<String> differences =
        evaluation.differences(training.trainedOn(histories, NegativeControl.NONE));
    if (!differences.isEmpty()) {
      throw Console.usage(
          command,
          "--thresholds: %s belongs to a different training: %s"
              .formatted(file, String.join("; ", differences)));
    }
    return evaluation;
  }

  /** Returns the command line with placeholders for local paths. */
  private String asTyped(@Nullable LoadedBundle start) {
    return "train"
        + training.asOptions()
        + (start == null ? "" : " --from " + start.description().name())
        + (thresholds == null ? "" : " --thresholds EVALUATION/thresholds.json")
        + (" --output " + output.toAbsolutePath().normalize().getFileName());
  }

  /** Returns a directory beside the bundle, since a bundle's own may hold nothing else. */
  private static Path beside(Path bundle) {
    Path target = bundle.toAbsolutePath().normalize();
    return target.resolveSibling("." + target.getFileName() + ".checkpoints");
  }
}
