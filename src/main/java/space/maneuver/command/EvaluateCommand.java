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
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.command.terminal.TrainingBar;
import space.maneuver.evaluation.Evaluation;
import space.maneuver.evaluation.EvaluationFiles;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.HeldOutResults;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.training.NegativeControl;
import space.maneuver.training.UnlabeledHistories;
import space.maneuver.training.crossvalidation.CatalogueData;
import space.maneuver.training.crossvalidation.Comparison;
import space.maneuver.training.crossvalidation.CrossValidation;
import space.maneuver.training.crossvalidation.Simulations;
import space.maneuver.training.loop.Checkpoints;

@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Cross-validates: trains one network per fold and scores it on the satellites held out.",
      "Writes report.html (with plots), report.md, thresholds.json for train --thresholds,"
          + " evaluation.json with all curves, and every detection and window; prints the figures"
          + " at the shipped thresholds. Takes minutes to hours; after an interruption, the same"
          + " command resumes."
    },
    customSynopsis = "maneuver-detection evaluate [OPTIONS] --data DIR... --output DIR",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar evaluate --quick --data labelled --output results",
      "  java -jar maneuver-detection.jar evaluate --data labelled --folds folds.txt --output"
          + " results"
    })
final class EvaluateCommand implements Callable<Integer> {

  private static final String PLANTED =
      "Planted burns lie in real histories of unlabeled objects, at times at which neither the"
          + " semi-major axis nor the plane steps within 15 d. The element sets after the burn are"
          + " shifted by the propagated difference between the orbits with and without it; they"
          + " show it as element sets since 2013 do, mostly half a day late. Cadence, noise and"
          + " drag are those of the object, which its network was not trained on.\n\n";

  private static final String CATALOGUE =
      "Real objects that never maneuver, and satellites without published burns, are dealt out by"
          + " catalogue number: each was scored by the network that was not trained on it. Their names"
          + " and classes were removed, and every kind of maneuver but drag-change counts. Object-years"
          + " are the time between element sets, of a gap at most 10 d. Burns planted at random times"
          + " are shown late, as element sets since 2013 show burns. A certain step is the median of"
          + " three element sets less that of the three before, less the drift of the twenty gaps"
          + " before; it exceeds eight times the scatter of these steps and is still there three"
          + " element sets later. A satellite with more than one raise in twenty element sets raises"
          + " its orbit most of the time.\n\n";

  @Spec private @Nullable CommandSpec command;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Mixin private PlantingOptions planting = new PlantingOptions();

  @Under(Heading.PLANTING)
  @Option(
      names = "--planted-burns",
      paramLabel = "N",
      description =
          "With --plant-into: number of planted burns to score, at least 1, each by a network that"
              + " was not trained on its object (default: 300, with --quick 20).")
  private @Nullable Integer planted;

  @Under(Heading.EVALUATION)
  @Option(
      names = "--folds",
      paramLabel = "FILE",
      description =
          "One fold per line, names of satellites separated by commas; satellites in no fold are in"
              + " every training set (default: up to four folds, satellites sorted by name and dealt"
              + " out in turn).")
  private @Nullable Path foldsFile;

  @Under(Heading.EVALUATION)
  @Option(
      names = "--constellations",
      paramLabel = "NAME",
      split = ",",
      description =
          "With --unlabeled-data: beginnings of the names of satellites, separated by commas, whose"
              + " steps are counted apart, such as STARLINK,ONEWEB (default: none).")
  private List<String> constellations = List.of();

  @Under(Heading.OUTPUT)
  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Directory of the results, created if missing. Required.")
  private Path output = Path.of("");

  @Under(Heading.EVALUATION)
  @Option(
      names = "--shuffled-labels",
      description =
          "Negative control: train on burns moved to random times, after which nothing should be"
              + " found.")
  private boolean shuffledLabels;

  @Under(Heading.EVALUATION)
  @Option(
      names = "--simulation-only",
      description = "Train on simulated histories only and score every satellite of --data.")
  private boolean simulationOnly;

  @Under(Heading.EVALUATION)
  @Option(
      names = "--never-maneuvering",
      paramLabel = "N",
      description =
          "Number of simulated objects without burns, of all regimes, to count false alarms on, at"
              + " least 0 (default: 40, with --quick 8).")
  private @Nullable Integer neverManeuvering;

  @Under(Heading.EVALUATION)
  @Option(
      names = "--compare",
      description =
          "Compare detectors instead: baselines without a network, every network with a step per"
              + " element set, and two controls that use the network of --architecture: one trained on"
              + " shuffled labels, one on the times of the element sets alone. Writes"
              + " comparison.md; rows already in --output are kept.")
  private boolean compare;

  @Mixin private InputOptions.Threads threads = new InputOptions.Threads();

  @Under(Heading.LOOP)
  @Option(
      names = "--keep-checkpoints",
      description =
          "Keep the trained networks in --output, so that another evaluation with the same options"
              + " and data scores them without training.")
  private boolean keepCheckpoints;

  @Override
  public Integer call() throws IOException {
    List<LabelledHistory> satellites =
        training.histories().stream().filter(history -> !history.burns().isEmpty()).toList();
    int quietObjects = training.neverManeuvering(neverManeuvering);
    threads.number(command);
    if (quietObjects < 0) {
      throw Console.usage(command, "--never-maneuvering must be at least 0, not " + quietObjects);
    }
    if (compare && shuffledLabels) {
      throw Console.usage(command, "--compare already includes --shuffled-labels");
    }
    if (simulationOnly && (foldsFile != null || shuffledLabels || compare)) {
      throw Console.usage(
          command,
          "--simulation-only cannot be combined with --folds, --shuffled-labels or --compare: it"
              + " trains one network, on no satellite");
    }
    if (!planting.isAsked() && planted != null) {
      throw Console.usage(command, "--planted-burns needs --plant-into");
    }
    if (compare && planting.isAsked()) {
      throw Console.usage(command, "--compare does not score planted burns");
    }
    UnlabeledHistories unlabeled = training.unlabeled(satellites);
    if (compare && !constellations.isEmpty()) {
      throw Console.usage(command, "--compare does not score constellations");
    }
    if (unlabeled.active().isEmpty() && !constellations.isEmpty()) {
      throw Console.usage(command, "--constellations needs --unlabeled-data");
    }
    if (satellites.isEmpty()) {
      throw Console.usage(command, "--data: no labeled history with burns was found");
    }
    Map<String, LabelledHistory> byName =
        satellites.stream().collect(Collectors.toMap(LabelledHistory::name, each -> each));
    if (simulationOnly) {
      training.simulationOnly();
    }
    Folds folds = folds(byName.keySet());
    Files.createDirectories(output);
    String figures =
        compare
            ? compared(satellites, unlabeled, folds)
            : evaluated(
                satellites,
                byName,
                training.catalogue(unlabeled, constellations),
                folds,
                quietObjects);
    Console.out(command).println(figures);
    Console.out(command).flush();
    return ExitCode.OK;
  }

  private Folds folds(Set<String> names) throws IOException {
    if (simulationOnly) {
      return Folds.allHeldOut(names);
    }
    return foldsFile == null ? Folds.byName(names) : Folds.read(foldsFile, names);
  }

  private String compared(
      List<LabelledHistory> satellites, UnlabeledHistories unlabeled, Folds folds)
      throws IOException {
    Comparison comparison =
        new Comparison(
            satellites,
            training.simulations(0),
            unlabeled,
            folds,
            training.solarFlux(),
            training::settings,
            training.checkpointEvery(),
            threads.number(command));
    try (TrainingBar bar = new TrainingBar()) {
      return comparison.run(output, training.architecture(), training.asOptions(), bar)
          + "Written to "
          + output.resolve("comparison.md");
    }
  }

  private String evaluated(
      List<LabelledHistory> satellites,
      Map<String, LabelledHistory> byName,
      CatalogueData catalogue,
      Folds folds,
      int quietObjects)
      throws IOException {
    NegativeControl control =
        shuffledLabels ? NegativeControl.SHUFFLED_LABELS : NegativeControl.NONE;
    Checkpoints checkpoints = training.checkpoints(output.resolve("checkpoints"));
    CrossValidation validation =
        new CrossValidation(
            training.settings(),
            training.solarFlux(),
            control,
            checkpoints,
            threads.number(command));
    Simulations simulations = training.simulations(quietObjects);
    if (planting.isAsked()) {
      simulations =
          simulations.withPlanted(
              planting.planted(training.planted(planted), training.seed(), Console.err(command)));
    }
    HeldOutResults results;
    try (TrainingBar bar = new TrainingBar()) {
      results = validation.run(satellites, simulations, catalogue, folds, bar);
    }
    Evaluation evaluation =
        EvaluationFiles.write(
            output,
            protocol(folds, quietObjects, catalogue),
            results,
            byName,
            training.trainedOn(simulationOnly ? List.of() : satellites, control));
    if (!keepCheckpoints) {
      checkpoints.clear();
    }
    return evaluation.summary() + "Full report: " + output.resolve("report.html");
  }

  private String protocol(Folds folds, int quietObjects, CatalogueData catalogue) {
    String groups =
        folds.folds().stream()
            .map(fold -> String.join(", ", fold.evaluated()))
            .collect(Collectors.joining("; "));
    return ("Each satellite was scored by a network that never saw it. Held out together: %s.%s"
            + " Calibration and thresholds were fitted to these same results. Events were detected in"
            + " whole histories. Windows were scored without anything outside them, except where it"
            + " says \"in full context\", with the same calibration.\n\n"
            + "Objects that never maneuver are quiet stretches of the held-out satellites, each scored"
            + " alone, and %d simulated objects. A quiet stretch is at least 20 d away from every"
            + " published burn and from every lasting step of the semi-major axis worth more than"
            + " 0.1 m/s that no published burn explains. The noise, cadence and gaps of a simulated"
            + " object are resampled from quiet stretches of satellites that its network did not see,"
            + " where there are any in its regime.\n\n"
            + "%s%sCommand: `evaluate%s%s`%s.")
        .formatted(
            groups,
            simulationOnly
                ? " Trained on simulated histories only."
                : shuffledLabels ? " Negative control: trained on shuffled labels." : "",
            quietObjects,
            planting.isAsked() ? PLANTED : "",
            catalogue.histories().isEmpty() ? "" : CATALOGUE,
            training.asOptions(),
            (simulationOnly ? " --simulation-only" : "")
                + " --never-maneuvering "
                + quietObjects
                + (constellations.isEmpty()
                    ? ""
                    : " --constellations " + String.join(",", constellations))
                + (planting.isAsked()
                    ? planting.asOptions() + " --planted-burns " + training.planted(planted)
                    : ""),
            foldsFile == null ? "" : " with `--folds FILE` listing the groups above, one per line");
  }
}
