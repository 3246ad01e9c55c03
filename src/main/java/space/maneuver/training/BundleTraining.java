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
import space.maneuver.evaluation.HeldOutResults;
import space.maneuver.evaluation.HeldOutScorer;
import space.maneuver.evaluation.TrainingJson;
import space.maneuver.evaluation.Tuning;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.QuietObject.Source;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
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
 * Makes a bundle. Given an {@link Evaluation} with calibration and thresholds, it trains on every
 * history; otherwise it holds every fourth history out of training and fits both to those. When a
 * bundle is fine-tuned, regimes with too few held-out satellites keep that bundle's values.
 */
public final class BundleTraining {

  private static final String TASK = "training";

  private final TrainingSettings settings;
  private final SolarFlux solarFlux;
  private final Checkpoints checkpoints;

  /**
   * Creates a training.
   *
   * @param solarFlux daily solar flux; {@link SolarFlux#NONE} makes a bundle without it
   * @param checkpoints checkpoints of the training, cleared once the bundle is written
   */
  public BundleTraining(TrainingSettings settings, SolarFlux solarFlux, Checkpoints checkpoints) {
    this.settings = settings;
    this.solarFlux = solarFlux;
    this.checkpoints = checkpoints;
  }

  /**
   * Trains and writes the bundle.
   *
   * @param directory directory of the bundle, whose last element becomes its name
   * @param version version of the bundle, major.minor.patch
   * @param real histories with published burns, may be empty
   * @param simulated histories whose burns are all known
   * @param unlabeled other real histories
   * @param from bundle to fine-tune, whose sizes replace those of the settings; null for fresh
   *     weights
   * @param evaluation source of calibration and thresholds; null to hold histories out for them
   * @param command command line that makes the bundle again, for its card
   * @throws IOException if PyTorch rejects the network, or a file cannot be written
   */
  public void write(
      Path directory,
      String version,
      List<LabelledHistory> real,
      List<LabelledHistory> simulated,
      UnlabeledHistories unlabeled,
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
            .train(TASK, start, plan.samples(split.real(), split.simulated(), unlabeled));
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
    Tuning thresholds = thresholds(network, plan, split);
    try (ManeuverModel model = plan.start(network, thresholds)) {
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
    // Simulated noise is not realistic enough to replace a fit to real data.
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

  private Tuning thresholds(TrainedNetwork network, TrainingPlan plan, HoldOutSplit split) {
    List<DetectedSatellite> detected = new ArrayList<>();
    try (ManeuverModel model = plan.start(network, Tuning.none())) {
      for (LabelledHistory history : split.heldOut()) {
        if (!history.burns().isEmpty()) {
          detected.add(HeldOutScorer.events(model, history, solarFlux));
        }
      }
    }
    return Tuning.uncalibrated(detected);
  }

  /** Describes the source of calibration and thresholds, if it is not held-out satellites. */
  private static String origin(Map<String, SatelliteResult> results) {
    return results.isEmpty()
        ? "No satellite with burns was held out: scores are uncalibrated, and all thresholds are 0.5."
        : "";
  }

  private static String origin(ModelBundle from, List<SatelliteResult> published) {
    EnumSet<OrbitRegime> kept = EnumSet.allOf(OrbitRegime.class);
    kept.removeAll(Tuning.largeEnough(published).keySet());
    String regimes = kept.stream().map(OrbitRegime::name).collect(Collectors.joining(", "));
    return kept.isEmpty()
        ? "The window thresholds are those of %s %s.".formatted(from.name(), from.version())
        : ("Calibration and thresholds are those of %s %s: %s, of each of which fewer than %d satellites"
                + " were held out, and the window thresholds.")
            .formatted(from.name(), from.version(), regimes, Tuning.FEWEST_SATELLITES);
  }

  private static Map<String, Object> metrics(Evaluation evaluation, TrainingSettings settings) {
    return Map.of(
        "protocol", evaluation.protocol(),
        "regimes", evaluation.regimes(),
        "precisionRecall", evaluation.precisionRecall(),
        "catalogue", evaluation.catalogue(),
        "settings", TrainingJson.tree(settings));
  }

  /**
   * Records the training data, including those of a fine-tuned bundle, which the network has seen
   * too.
   */
  private TrainingRecord record(
      HoldOutSplit split, @Nullable ModelBundle from, boolean hasSolarFlux) {
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
   * Returns a warning that names the regimes without burns in a fine-tuning, in which the network
   * changes nevertheless; empty if there are none.
   */
  private static String regimesWithoutData(
      List<LabelledHistory> real, List<LabelledHistory> simulated, ModelBundle from) {
    EnumSet<OrbitRegime> without = EnumSet.allOf(OrbitRegime.class);
    Stream.concat(real.stream(), simulated.stream())
        .filter(each -> !each.burns().isEmpty())
        .forEach(each -> without.remove(each.history().regime()));
    return without.isEmpty()
        ? ""
        : ("No history with burns in %s: fine-tuning %s %s changes its answers there too, with"
                + " unmeasured accuracy. Compare both on satellites of these regimes.")
            .formatted(
                without.stream().map(OrbitRegime::name).collect(Collectors.joining(", ")),
                from.name(),
                from.version());
  }
}
