package space.maneuver.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.QuietObject;
import space.maneuver.evaluation.QuietObject.Source;
import space.maneuver.evaluation.SatelliteResult;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.BundleWriter;
import space.maneuver.model.LoadedBundle;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;
import space.maneuver.model.TrainingData;
import space.maneuver.model.TrainingRecord;
import space.maneuver.orbit.LabelledHistory;
import space.maneuver.orbit.OrbitRegime;

/**
 * Makes a bundle: trains on every history when an {@link Evaluation} brings calibration and
 * thresholds; else holds every fourth history out of training and takes both from those. A bundle
 * that it goes on from lends them to the regimes of which too few satellites were held out.
 */
public final class BundleTraining {

  private static final int HELD_OUT_OF = 4;

  private final TrainingSettings settings;
  private final SolarFlux solarFlux;
  private final Checkpoints checkpoints;

  /**
   * @param solarFlux of the days; {@link SolarFlux#NONE} makes a bundle without it
   * @param checkpoints of the training; cleared when the bundle is there
   */
  public BundleTraining(TrainingSettings settings, SolarFlux solarFlux, Checkpoints checkpoints) {
    this.settings = settings;
    this.solarFlux = solarFlux;
    this.checkpoints = checkpoints;
  }

  /**
   * Trains and writes the bundle into place.
   *
   * @param directory of the bundle; its last name is the bundle's
   * @param version major.minor.patch
   * @param real histories with published burns, may be empty
   * @param simulated histories whose every burn is known
   * @param from bundle to go on from, whose sizes then count instead of those of the settings; null
   *     for fresh weights
   * @param evaluation brings calibration and thresholds; null to hold histories out for them
   * @param command what to type to make the bundle again, for its card
   */
  public void write(
      Path directory,
      String version,
      List<LabelledHistory> real,
      List<LabelledHistory> simulated,
      @Nullable LoadedBundle from,
      @Nullable Evaluation evaluation,
      String command,
      Progress progress)
      throws IOException {
    TrainingSettings used = from == null ? settings : settings.withSizesOf(from.description());
    Course course = new Course(used, solarFlux, Control.NONE);
    List<LabelledHistory> heldOut = new ArrayList<>();
    List<LabelledHistory> kept = new ArrayList<>(real);
    List<LabelledHistory> keptSimulated = new ArrayList<>(simulated);
    if (evaluation == null) {
      holdOut(kept, heldOut);
      holdOut(keptSimulated, heldOut);
    }
    byte[] start = from == null ? course.fresh() : from.network();
    TrainedNetwork network =
        new NetworkTraining(used, checkpoints, progress)
            .train("training", start, course.samples(kept, keptSimulated));
    Evaluation tuned =
        evaluation == null
            ? evaluate(network, course, heldOut, simulated, from, progress)
            : evaluation;
    String name = String.valueOf(directory.toAbsolutePath().normalize().getFileName());
    ModelBundle bundle =
        course.describe(
            name,
            version,
            new TrainingRecord(
                kept.stream().map(BundleTraining::record).toList(),
                keptSimulated.size(),
                settings.seed(),
                course.hasSolarFlux()),
            tuned.tuning(),
            metrics(tuned, used));
    String card = ModelCard.markdown(bundle, used, network, tuned, command);
    BundleWriter.write(directory, bundle, network.archive(), card);
    checkpoints.clear();
  }

  private void holdOut(List<LabelledHistory> kept, List<LabelledHistory> heldOut) {
    if (kept.size() < HELD_OUT_OF) {
      return;
    }
    List<LabelledHistory> drawn = new ArrayList<>(kept);
    Collections.shuffle(drawn, new Random(settings.seed()));
    List<LabelledHistory> out = drawn.subList(0, kept.size() / HELD_OUT_OF);
    heldOut.addAll(out);
    kept.removeAll(out);
  }

  private Evaluation evaluate(
      TrainedNetwork network,
      Course course,
      List<LabelledHistory> heldOut,
      List<LabelledHistory> simulated,
      @Nullable LoadedBundle from,
      Progress progress) {
    Map<String, SatelliteResult> results = new LinkedHashMap<>();
    List<SatelliteResult> real = new ArrayList<>();
    List<QuietObject> quiet = new ArrayList<>();
    try (ManeuverModel model = course.raw(network)) {
      for (LabelledHistory history : heldOut) {
        if (!history.burns().isEmpty()) {
          SatelliteResult result = HeldOut.result(model, history, solarFlux);
          results.put(history.name(), result);
          if (!simulated.contains(history)) {
            real.add(result);
          }
        } else if (simulated.contains(history)) {
          quiet.add(HeldOut.quiet(Source.SIMULATED, model, history.history(), solarFlux));
        }
      }
    }
    String names = String.join(", ", heldOut.stream().map(LabelledHistory::name).toList());
    String split =
        heldOut.isEmpty()
            ? "Nothing was held out of training, for too few histories."
            : "Held out of training: " + names + ".";
    // The noise of what is simulated is not real enough to replace what was fitted to real data.
    Tuning tuning =
        from == null
            ? Tuning.fit(List.copyOf(results.values()))
            : Tuning.of(from.description()).refitted(real);
    String origin = from == null ? origin(results) : origin(from.description(), real);
    if (!origin.isEmpty()) {
      progress.say(origin);
    }
    return Evaluation.of(
        (split + " " + origin).strip(),
        tuning,
        new HeldOutResults(results, quiet, network.curves("training")));
  }

  /** Where calibration and thresholds are from, if not from satellites that were held out. */
  private static String origin(Map<String, SatelliteResult> results) {
    return results.isEmpty()
        ? "No satellite with burns was held out: scores are as the network gives them, and all"
            + " thresholds are 0.5."
        : "";
  }

  private static String origin(ModelBundle from, List<SatelliteResult> real) {
    EnumSet<OrbitRegime> kept = EnumSet.allOf(OrbitRegime.class);
    kept.removeAll(Tuning.largeEnough(real).keySet());
    String regimes = kept.stream().map(OrbitRegime::name).collect(Collectors.joining(", "));
    return kept.isEmpty()
        ? "The thresholds of windows are those of %s %s.".formatted(from.name(), from.version())
        : ("Calibration and thresholds are those of %s %s: %s, because fewer than %d satellites of"
                + " each were held out, and the thresholds of windows.")
            .formatted(from.name(), from.version(), regimes, Tuning.FEWEST_SATELLITES);
  }

  private static Map<String, Object> metrics(Evaluation evaluation, TrainingSettings settings) {
    return Map.of(
        "protocol", evaluation.protocol(),
        "regimes", evaluation.regimes(),
        "precisionRecall", evaluation.precisionRecall(),
        "settings", TrainingJson.tree(settings));
  }

  private static TrainingData record(LabelledHistory history) {
    return new TrainingData(
        history.name(),
        history.history().noradId(),
        history.history().size(),
        history.burns().size());
  }
}
