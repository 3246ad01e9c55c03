package space.maneuver.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.evaluation.EvaluationFiles;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.HeldOutResults;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.training.NegativeControl;
import space.maneuver.training.crossvalidation.Comparison;
import space.maneuver.training.crossvalidation.CrossValidation;
import space.maneuver.training.loop.Checkpoints;

@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Cross-validates: trains a network per fold and scores it on the satellites left out.",
      "Writes report.html with plots, report.md, thresholds.json (for train --thresholds), "
          + "evaluation.json (the same with all curves) and every detection and window. After a "
          + "stop it goes on where it was."
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Option(
      names = "--folds",
      paramLabel = "FILE",
      description = "A fold a line, names separated by commas (default: four folds by name).")
  private @Nullable Path foldsFile;

  @Option(names = "--output", paramLabel = "DIR", required = true, description = "For the results.")
  private Path output = Path.of("");

  @Option(
      names = "--shuffled-labels",
      description = "Control: trains on burns moved to other times; nothing should be found.")
  private boolean shuffledLabels;

  @Option(
      names = "--simulation-only",
      description = "Trains on simulated histories alone and scores every satellite of --data.")
  private boolean simulationOnly;

  @Option(
      names = "--never-maneuvering",
      paramLabel = "N",
      description =
          "Simulated objects without burns, of all regimes, to count false alarms on "
              + "(default: 40, with --quick 8).")
  private @Nullable Integer neverManeuvering;

  @Option(
      names = "--compare",
      description =
          "Compares instead: detectors without a network, every network that has a step per "
              + "element set, and --architecture trained on shuffled labels and on the element "
              + "sets' times alone. Writes comparison.md; rows that are already in the output are "
              + "not made again.")
  private boolean compare;

  @Override
  public Integer call() throws IOException {
    List<LabelledHistory> satellites =
        training.histories().stream().filter(history -> !history.burns().isEmpty()).toList();
    int quietObjects = training.neverManeuvering(neverManeuvering);
    if (quietObjects < 0) {
      throw Console.usage(command, "--never-maneuvering: at least 0, not " + quietObjects);
    }
    if (compare && shuffledLabels) {
      throw Console.usage(command, "--compare has a row for --shuffled-labels already");
    }
    if (simulationOnly && (foldsFile != null || shuffledLabels || compare)) {
      throw Console.usage(
          command,
          "--simulation-only goes with none of --folds, --shuffled-labels and --compare: it trains"
              + " one network, and on no satellite");
    }
    if (satellites.isEmpty()) {
      throw Console.usage(command, "--data: no labelled history with burns");
    }
    Map<String, LabelledHistory> byName =
        satellites.stream().collect(Collectors.toMap(LabelledHistory::name, each -> each));
    if (simulationOnly) {
      training.simulationOnly();
    }
    Folds folds = folds(byName.keySet());
    Files.createDirectories(output);
    String tables =
        compare ? compared(satellites, folds) : evaluated(satellites, byName, folds, quietObjects);
    Console.out(command).println(tables);
    Console.out(command).flush();
    return ExitCode.OK;
  }

  private Folds folds(Set<String> names) throws IOException {
    if (simulationOnly) {
      return Folds.allHeldOut(names);
    }
    return foldsFile == null ? Folds.byName(names) : Folds.read(foldsFile, names);
  }

  private String compared(List<LabelledHistory> satellites, Folds folds) throws IOException {
    Comparison comparison =
        new Comparison(
            satellites,
            training.simulations(0),
            folds,
            training.solarFlux(),
            training::settings,
            training.checkpointEvery());
    try (TrainingBar bar = new TrainingBar()) {
      return comparison.run(output, training.architecture(), training.asOptions(), bar);
    }
  }

  private String evaluated(
      List<LabelledHistory> satellites,
      Map<String, LabelledHistory> byName,
      Folds folds,
      int quietObjects)
      throws IOException {
    NegativeControl control = shuffledLabels ? NegativeControl.SHUFFLED_LABELS : NegativeControl.NONE;
    Checkpoints checkpoints = training.checkpoints(output.resolve("checkpoints"));
    CrossValidation validation =
        new CrossValidation(training.settings(), training.solarFlux(), control, checkpoints);
    HeldOutResults results;
    try (TrainingBar bar = new TrainingBar()) {
      results = validation.run(satellites, training.simulations(quietObjects), folds, bar);
    }
    String tables =
        EvaluationFiles.write(
                output,
                protocol(folds, quietObjects),
                results,
                byName,
                training.trainedOn(simulationOnly ? List.of() : satellites, control))
            .tables();
    checkpoints.clear();
    return tables;
  }

  private String protocol(Folds folds, int quietObjects) {
    String groups =
        folds.folds().stream()
            .map(fold -> String.join(", ", fold.evaluated()))
            .collect(Collectors.joining("; "));
    return ("Each satellite was scored by a network that never saw it. Left out together: %s.%s"
            + " Calibration and thresholds were fitted to these same results; events are those of"
            + " whole histories. Nothing outside a window is used, unless it says \"in full"
            + " context\"; those windows have the same calibration. Objects that never maneuver:"
            + " stretches of the left-out satellites at least 20 d from every published burn and from"
            + " every lasting step of the semi-major axis above .1 m/s that none of these explains,"
            + " cut out and seen alone, and %d simulated ones, each with noise, cadence and gaps"
            + " resampled from such stretches of the satellites that its network did not see, as"
            + " far as these are of its regime.\n\n"
            + "Command: `evaluate%s%s`%s.")
        .formatted(
            groups,
            simulationOnly
                ? " Trained on simulated histories alone."
                : shuffledLabels ? " Control: trained on shuffled labels." : "",
            quietObjects,
            training.asOptions(),
            (simulationOnly ? " --simulation-only" : "") + " --never-maneuvering " + quietObjects,
            foldsFile == null ? "" : " with `--folds FILE`, the groups above a line each");
  }
}
