package space.maneuver.training.crossvalidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import space.maneuver.evaluation.Baseline;
import space.maneuver.evaluation.BaselineDetector;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.TrainingJson;
import space.maneuver.evaluation.Tuning;
import space.maneuver.evaluation.metrics.HeadlineFigures;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.report.ComparisonTable;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.training.NegativeControl;
import space.maneuver.training.NetworkKind;
import space.maneuver.training.Progress;
import space.maneuver.training.TrainingSettings;
import space.maneuver.training.UnlabeledHistories;
import space.maneuver.training.loop.Checkpoints;

/**
 * Compares detectors on the same satellites: baselines without a network, every network with each
 * of its heads on the same features and with one seed, and the negative controls. Finished rows are
 * kept in the output directory and not computed again.
 */
public final class Comparison {

  private final List<LabelledHistory> satellites;
  private final Simulations simulations;
  private final UnlabeledHistories unlabeled;
  private final Folds folds;
  private final SolarFlux solarFlux;
  private final Function<NetworkKind, TrainingSettings> settings;
  private final int checkpointEvery;
  private final int threads;

  /**
   * Creates a comparison.
   *
   * @param satellites histories with published burns and distinct names
   * @param simulations simulated histories to train on as well
   * @param folds folds over the satellites' names
   * @param solarFlux daily solar flux; {@link SolarFlux#NONE} trains without it
   * @param settings settings for each kind of network
   * @param checkpointEvery steps between checkpoints
   * @param threads number of threads that score satellites, at least 1
   */
  public Comparison(
      List<LabelledHistory> satellites,
      Simulations simulations,
      UnlabeledHistories unlabeled,
      Folds folds,
      SolarFlux solarFlux,
      Function<NetworkKind, TrainingSettings> settings,
      int checkpointEvery,
      int threads) {
    this.satellites = List.copyOf(satellites);
    this.simulations = simulations;
    this.unlabeled = unlabeled;
    this.folds = folds;
    this.solarFlux = solarFlux;
    this.settings = settings;
    this.checkpointEvery = checkpointEvery;
    this.threads = threads;
  }

  private interface Detector {
    List<SatelliteResult> results(Checkpoints checkpoints, Progress progress) throws IOException;
  }

  /**
   * Computes the missing rows in {@code compared/}, then writes {@code comparison.md}.
   *
   * @param directory output directory
   * @param controlled kind of network to train in the negative controls
   * @param options other options that the rows depend on
   * @return the tables as Markdown
   */
  public String run(Path directory, NetworkKind controlled, String options, Progress progress)
      throws IOException {
    Path rows = Files.createDirectories(directory.resolve("compared"));
    Map<String, Map<OrbitRegime, HeadlineFigures>> figures = new LinkedHashMap<>();
    for (Map.Entry<String, Detector> each : detectors(controlled).entrySet()) {
      String name = each.getKey();
      Path file = rows.resolve(name + ".json");
      String made = made(name, options);
      ComparedDetector row = ComparedDetector.read(file, made).orElse(null);
      if (row == null) {
        Checkpoints checkpoints =
            new Checkpoints(rows.resolve(name + ".checkpoints"), checkpointEvery);
        List<SatelliteResult> results =
            each.getValue().results(checkpoints, progress.under(name + ", "));
        row = new ComparedDetector(name, made, HeadlineFigures.of(results));
        row.write(file);
        checkpoints.clear();
      }
      figures.put(name, row.regimes());
    }
    String tables = ComparisonTable.of(figures);
    Files.writeString(directory.resolve("comparison.md"), "# Comparison\n\n" + tables);
    return tables;
  }

  private String made(String name, String options) {
    List<String> data = new ArrayList<>();
    for (LabelledHistory each : satellites) {
      data.add(each.name() + " " + each.history().size() + " " + each.burns().size());
    }
    return name + options + "; " + folds + "; " + data + "; " + unlabeled.digest();
  }

  private Map<String, Detector> detectors(NetworkKind controlled) {
    Map<String, Detector> detectors = new LinkedHashMap<>();
    for (Baseline baseline : Baseline.values()) {
      detectors.put(label(baseline), (checkpoints, progress) -> results(baseline));
    }
    for (NetworkKind kind : NetworkKind.values()) {
      if (kind.sampling() == Sampling.PER_ELEMENT_SET) {
        for (Head head : kind.heads()) {
          boolean usual = head == kind.heads().get(0);
          detectors.put(
              kind + (usual ? "" : "-" + label(head)),
              (checkpoints, progress) ->
                  results(kind, head, NegativeControl.NONE, checkpoints, progress));
        }
      }
    }
    for (NegativeControl control :
        List.of(NegativeControl.SHUFFLED_LABELS, NegativeControl.CADENCE_ONLY)) {
      detectors.put(
          controlled + "-" + label(control),
          (checkpoints, progress) ->
              results(controlled, controlled.heads().get(0), control, checkpoints, progress));
    }
    return detectors;
  }

  private List<SatelliteResult> results(Baseline baseline) {
    BaselineDetector detector = new BaselineDetector(baseline);
    List<SatelliteResult> results = new ArrayList<>();
    for (Folds.Fold fold : folds.folds()) {
      for (LabelledHistory satellite : satellites) {
        if (fold.evaluated().contains(satellite.name())) {
          results.add(detector.result(satellite, Tuning.WINDOW_DAYS));
        }
      }
    }
    return results;
  }

  private List<SatelliteResult> results(
      NetworkKind kind,
      Head head,
      NegativeControl control,
      Checkpoints checkpoints,
      Progress progress)
      throws IOException {
    TrainingSettings usual = settings.apply(kind);
    return List.copyOf(
        new CrossValidation(
                usual.with(head, usual.loop()), solarFlux, control, checkpoints, threads)
            .runWithoutDelays(satellites, simulations, unlabeled, folds, progress)
            .values());
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A finished row of a comparison.
   *
   * @param detector name of the detector
   * @param made options and data of the row, so that a row made otherwise is not reused
   * @param regimes figures by regime
   */
  record ComparedDetector(String detector, String made, Map<OrbitRegime, HeadlineFigures> regimes) {

    /** Reads a row, if the file exists and was made with these options and data. */
    static Optional<ComparedDetector> read(Path file, String made) throws IOException {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      ComparedDetector found = TrainingJson.read(file, ComparedDetector.class);
      return found.made().equals(made) ? Optional.of(found) : Optional.empty();
    }

    void write(Path file) throws IOException {
      TrainingJson.write(file, this);
    }
  }
}
