package space.maneuver.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.Evaluation;
import space.maneuver.evaluation.HeldOutScorer;
import space.maneuver.evaluation.HeldOutResults;
import space.maneuver.evaluation.TrainingJson;
import space.maneuver.evaluation.Tuning;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.QuietObject.Source;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.bundle.BundleWriter;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.TrainingRecord;
import space.maneuver.model.bundle.TrainingRecord.TrainingData;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.training.loop.Checkpoints;

/**
 * Makes a bundle: trains on every history when an {@link Evaluation} brings calibration and
 * thresholds; else holds every fourth history out of training and takes both from those. A bundle
 * that it goes on from lends them to the regimes of which too few satellites were held out.
 */
public final class BundleTraining {

  private static final String TASK = "training";

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
    TrainingPlan plan = new TrainingPlan(used, solarFlux, NegativeControl.NONE);
    ModelBundle before = from == null ? null : from.description();
    HoldOutSplit split =
        evaluation == null
            ? HoldOutSplit.draw(real, simulated, before, settings.seed())
            : new HoldOutSplit(real, simulated, List.of(), "");
    String unseen = before == null ? "" : regimesWithoutData(real, simulated, before);
    if (!unseen.isEmpty()) {
      progress.say("WARN: " + unseen);
    }
    byte[] start = from == null ? plan.fresh() : from.network();
    TrainedNetwork network =
        new NetworkTraining(used, checkpoints, progress)
            .train(TASK, start, plan.samples(split.real(), split.simulated()));
    Evaluation tuned =
        evaluation == null ? evaluate(network, plan, split, real, before, progress) : evaluation;
    String name = String.valueOf(directory.toAbsolutePath().normalize().getFileName());
    ModelBundle bundle =
        plan.describe(
            name,
            version,
            record(split, before, plan.hasSolarFlux()),
            tuned.tuning(),
            metrics(tuned, used));
    String card = ModelCard.markdown(bundle, before, unseen, used, network, tuned, command);
    BundleWriter.write(directory, bundle, network.archive(), card);
    checkpoints.clear();
  }

  private Evaluation evaluate(
      TrainedNetwork network,
      TrainingPlan plan,
      HoldOutSplit split,
      List<LabelledHistory> real,
      @Nullable ModelBundle from,
      Progress progress) {
    Map<String, SatelliteResult> results = new LinkedHashMap<>();
    List<SatelliteResult> published = new ArrayList<>();
    List<QuietObject> quiet = new ArrayList<>();
    int done = 0;
    try (ManeuverModel model = plan.raw(network)) {
      for (LabelledHistory history : split.heldOut()) {
        boolean isReal = real.contains(history);
        if (!history.burns().isEmpty()) {
          SatelliteResult result = HeldOutScorer.result(model, history, solarFlux);
          results.put(history.name(), result);
          if (isReal) {
            published.add(result);
          }
        } else if (!isReal) {
          quiet.add(HeldOutScorer.quiet(Source.SIMULATED, model, history.history(), solarFlux));
        }
        progress.scored(TASK, ++done, split.heldOut().size());
      }
    }
    // The noise of what is simulated is not real enough to replace what was fitted to real data.
    Tuning tuning =
        from == null
            ? Tuning.fit(List.copyOf(results.values()))
            : Tuning.of(from).refitted(published);
    String origin = from == null ? origin(results) : origin(from, published);
    if (!origin.isEmpty()) {
      progress.say(origin);
    }
    return Evaluation.of(
        (split.protocol() + " " + origin).strip(),
        tuning,
        new HeldOutResults(results, quiet, network.curves(TASK)));
  }

  /** Where calibration and thresholds are from, if not from satellites that were held out. */
  private static String origin(Map<String, SatelliteResult> results) {
    return results.isEmpty()
        ? "No satellite with burns was held out: scores are as the network gives them, and all"
            + " thresholds are 0.5."
        : "";
  }

  private static String origin(ModelBundle from, List<SatelliteResult> published) {
    EnumSet<OrbitRegime> kept = EnumSet.allOf(OrbitRegime.class);
    kept.removeAll(Tuning.largeEnough(published).keySet());
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

  /** With what the bundle before was trained on: the network has seen that too. */
  private TrainingRecord record(HoldOutSplit split, @Nullable ModelBundle from, boolean hasSolarFlux) {
    List<TrainingData> data = new ArrayList<>();
    split.real().forEach(each -> data.add(record(each)));
    int simulated = split.simulated().size();
    if (from != null) {
      Set<Integer> numbers = data.stream().map(TrainingData::noradId).collect(Collectors.toSet());
      from.training().data().stream()
          .filter(each -> !numbers.contains(each.noradId()))
          .forEach(data::add);
      simulated += from.training().simulatedHistories();
    }
    return new TrainingRecord(data, simulated, settings.seed(), hasSolarFlux);
  }

  private static TrainingData record(LabelledHistory history) {
    return new TrainingData(
        history.name(),
        history.history().noradId(),
        history.history().size(),
        history.burns().size());
  }

  /**
   * A warning that names the regimes of which a fine-tuning sees no burn, and in which the network
   * changes all the same; empty when there is none.
   */
  private static String regimesWithoutData(
      List<LabelledHistory> real, List<LabelledHistory> simulated, ModelBundle from) {
    EnumSet<OrbitRegime> without = EnumSet.allOf(OrbitRegime.class);
    Stream.concat(real.stream(), simulated.stream())
        .filter(each -> !each.burns().isEmpty())
        .forEach(each -> without.remove(each.history().regime()));
    return without.isEmpty()
        ? ""
        : ("No history with burns in %s: what goes on from %s %s answers differently there too, and"
                + " how well is not measured. Compare both on satellites of these regimes.")
            .formatted(
                without.stream().map(OrbitRegime::name).collect(Collectors.joining(", ")),
                from.name(),
                from.version());
  }
}
