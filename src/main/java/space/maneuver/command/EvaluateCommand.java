package space.maneuver.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.SatelliteResult;
import space.maneuver.features.SolarFlux;
import space.maneuver.orbit.LabelledHistory;
import space.maneuver.training.CrossValidation;
import space.maneuver.training.Evaluation;
import space.maneuver.training.EvaluationFiles;

@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Cross-validates: trains a network per fold and scores it on the satellites left out.",
      "Writes report.md, evaluation.json (for train --thresholds) and every detection and window."
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

  @Override
  public Integer call() throws IOException {
    List<LabelledHistory> satellites =
        training.histories().stream().filter(history -> !history.burns().isEmpty()).toList();
    if (satellites.isEmpty()) {
      throw Console.usage(command, "--data: no labelled history with burns");
    }
    Map<String, LabelledHistory> byName =
        satellites.stream().collect(Collectors.toMap(LabelledHistory::name, each -> each));
    Folds folds =
        foldsFile == null ? Folds.byName(byName.keySet()) : Folds.read(foldsFile, byName.keySet());
    Files.createDirectories(output);
    SolarFlux solarFlux = training.solarFlux();
    CrossValidation validation =
        new CrossValidation(training.settings(), solarFlux, shuffledLabels);
    Map<String, SatelliteResult> results;
    try (TrainingBar bar = new TrainingBar()) {
      results = validation.run(satellites, training.simulatedHistories(), folds, bar);
    }
    Evaluation evaluation = Evaluation.of(protocol(folds), List.copyOf(results.values()));
    EvaluationFiles.write(output, evaluation, results, byName);
    Console.out(command).println(evaluation.tables());
    Console.out(command).flush();
    return ExitCode.OK;
  }

  private String protocol(Folds folds) {
    String groups =
        folds.folds().stream()
            .map(fold -> String.join(", ", fold.evaluated()))
            .collect(Collectors.joining("; "));
    return ("Each satellite was scored by a network that never saw it. Left out together: %s.%s"
            + " Calibration and thresholds were fitted to these same results; events are those"
            + " of whole histories. Nothing outside a window is used, unless it says \"in full"
            + " context\"; those windows have the same calibration.\n\nCommand: `evaluate"
            + " --data DIR%s`%s.")
        .formatted(
            groups,
            shuffledLabels ? " Control: trained on shuffled labels." : "",
            training.asOptions(),
            foldsFile == null ? "" : " with `--folds FILE`, the groups above a line each");
  }
}
