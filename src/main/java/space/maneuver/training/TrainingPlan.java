package space.maneuver.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import space.maneuver.evaluation.Tuning;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.FeatureSeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.Normaliser;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.MeasuredRegimes;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.ModelBundle.BundleFeatures;
import space.maneuver.model.bundle.TrainingRecord;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.LabelledHistory.Interval;
import space.maneuver.training.loop.LoopSettings;
import space.maneuver.training.samples.CadenceOnlySampler;
import space.maneuver.training.samples.DailySampler;
import space.maneuver.training.samples.GapSampler;
import space.maneuver.training.samples.GapSource;
import space.maneuver.training.samples.GapSource.Drawn;
import space.maneuver.training.samples.LabelledGaps;
import space.maneuver.training.samples.LabelledSeries;
import space.maneuver.training.samples.SampleBatch;
import space.maneuver.training.samples.Sampler;
import space.maneuver.training.samples.WholeWindowSampler;

/**
 * Samples and bundle description for a kind of network.
 *
 * @param settings settings, which name the kind
 * @param solarFlux daily solar flux; {@link SolarFlux#NONE} trains without it
 * @param control input withheld from the training
 */
public record TrainingPlan(
    TrainingSettings settings, SolarFlux solarFlux, NegativeControl control) {

  private static final int VALIDATION_BATCHES = 16;

  /** Share of the windows for simulated histories; real ones alone show real noise. */
  private static final double SHARE_OF_SIMULATED = 0.25;

  /** With real passive objects, simulated ones only stand for those that are missing. */
  private static final double SHARE_BESIDE_PASSIVE = 0.15;

  /**
   * Share of the windows whose changes are reversed. Burns act both ways, but drag does not: with
   * real passive objects to learn that from, fewer are.
   */
  private static final double REVERSED = 0.5;

  private static final double REVERSED_WITH_DRAG = 0.2;

  private static final String UNSEALED = "0".repeat(64);

  /** Returns the feature schema of the kind of network. */
  public FeatureSchema schema() {
    return FeatureSeries.schema(settings.kind().sampling());
  }

  /** Returns the normalizer, in which withheld channels are unused. */
  public Normaliser normaliser() {
    return control == NegativeControl.CADENCE_ONLY
        ? CadenceOnlySampler.normaliser(schema(), ofAllChannels())
        : ofAllChannels();
  }

  private Normaliser ofAllChannels() {
    return switch (settings.kind().sampling()) {
      case DAILY -> DailyFeatures.normaliser(hasSolarFlux());
      case PER_ELEMENT_SET -> ElementSetFeatures.normaliser();
    };
  }

  boolean hasSolarFlux() {
    return solarFlux != SolarFlux.NONE;
  }

  /** Returns a TorchScript archive with fresh weights. */
  public byte[] fresh() {
    return settings.kind().fresh(normaliser().width(), settings);
  }

  /**
   * Returns the samples, with validation batches if the training may stop early.
   *
   * @throws IllegalArgumentException if no history is long enough, or none is left for validation
   */
  public TrainingSamples samples(List<LabelledHistory> real, List<LabelledHistory> simulated) {
    return samples(real, simulated, UnlabeledHistories.NONE);
  }

  /**
   * Returns the samples of labeled and unlabeled histories; the latter are never held out for
   * validation.
   *
   * @throws IllegalArgumentException if no history is long enough, or none is left for validation
   */
  public TrainingSamples samples(
      List<LabelledHistory> real, List<LabelledHistory> simulated, UnlabeledHistories unlabeled) {
    LoopSettings loop = settings.loop();
    ValidationSplit split =
        loop.stopsEarly()
            ? ValidationSplit.of(real, simulated, loop.validationShare(), settings.seed())
            : new ValidationSplit(real, simulated, List.of());
    List<SampleBatch> validation = new ArrayList<>();
    if (loop.stopsEarly()) {
      Sampler left = sampler(split.left(), List.of(), UnlabeledHistories.NONE);
      for (int i = 0; i < VALIDATION_BATCHES; i++) {
        validation.add(left.next(settings.batch()));
      }
    }
    String identity =
        new DataDigest()
            .add(control + (hasSolarFlux() ? " with F10.7" : ""))
            .add(real, solarFlux)
            .add(simulated, solarFlux)
            .add(unlabeled)
            .hex();
    return new TrainingSamples(
        sampler(split.real(), split.simulated(), unlabeled), validation, identity);
  }

  /**
   * Returns a sampler of training batches.
   *
   * @throws IllegalArgumentException if no history is long enough
   */
  public Sampler sampler(
      List<LabelledHistory> real, List<LabelledHistory> simulated, UnlabeledHistories unlabeled) {
    Sampler all = ofAllChannels(real, simulated, unlabeled);
    Sampler seen =
        control == NegativeControl.CADENCE_ONLY ? new CadenceOnlySampler(all, normaliser()) : all;
    boolean wholeWindows =
        settings.kind().sampling() == Sampling.PER_ELEMENT_SET && settings.head() == Head.WINDOW;
    return wholeWindows ? new WholeWindowSampler(seen, settings.seed()) : seen;
  }

  private Sampler ofAllChannels(
      List<LabelledHistory> real, List<LabelledHistory> simulated, UnlabeledHistories unlabeled) {
    return switch (settings.kind().sampling()) {
      case DAILY -> {
        List<LabelledSeries> series = new ArrayList<>();
        for (LabelledHistory history : real) {
          List<Interval> reviewed = history.reviewed();
          series.addAll(
              reviewed == null
                  ? List.of(LabelledSeries.published(history.history(), history.burns(), solarFlux))
                  : LabelledSeries.reviewed(
                      history.history(), history.burns(), reviewed, solarFlux));
        }
        for (LabelledHistory history : simulated) {
          series.add(LabelledSeries.simulated(history.history(), history.burns(), solarFlux));
        }
        yield new DailySampler(series, normaliser(), settings.seed());
      }
      case PER_ELEMENT_SET -> {
        List<GapSource> sources = new ArrayList<>();
        boolean realPassive = !unlabeled.allPassive().isEmpty();
        double shareOfSimulated =
            real.isEmpty() ? 1 : realPassive ? SHARE_BESIDE_PASSIVE : SHARE_OF_SIMULATED;
        List<LabelledHistory> published =
            real.stream().filter(each -> each.reviewed() == null).toList();
        List<LabelledHistory> reviewed =
            real.stream().filter(each -> each.reviewed() != null).toList();
        double shareOfOne = (1 - SHARE_OF_SIMULATED) / Math.max(real.size(), 1);
        sources.addAll(
            source(
                shareOfOne * published.size(),
                published,
                Drawn.ANYWHERE,
                history -> LabelledGaps.published(history.history(), history.burns())));
        sources.addAll(
            source(
                shareOfOne * reviewed.size(),
                reviewed,
                Drawn.AROUND_KNOWN,
                LabelledGaps::reviewed));
        sources.addAll(
            source(
                shareOfSimulated,
                simulated,
                Drawn.ANYWHERE,
                history -> LabelledGaps.complete(history.history(), history.burns())));
        sources.addAll(CatalogueSources.of(unlabeled, settings.seed()));
        yield new GapSampler(sources, realPassive ? REVERSED_WITH_DRAG : REVERSED, settings.seed());
      }
    };
  }

  private static List<GapSource> source(
      double share,
      List<LabelledHistory> histories,
      Drawn drawn,
      Function<LabelledHistory, LabelledGaps> labelled) {
    return GapSource.of(share, histories.stream().map(labelled).toList(), drawn);
  }

  ModelBundle describe(
      String name,
      String version,
      TrainingRecord training,
      Tuning tuning,
      Map<String, Object> metrics) {
    return new ModelBundle(
        ModelBundle.FORMAT_VERSION,
        name,
        version,
        settings.kind().architecture(normaliser().width(), settings),
        BundleFeatures.of(schema()),
        Tuning.WINDOW_DAYS,
        normaliser(),
        tuning.calibration(),
        tuning.eventCalibration(),
        tuning.calibrationByRegime(),
        tuning.thresholds(),
        training,
        metrics,
        UNSEALED,
        MeasuredRegimes.of(metrics));
  }

  /** Starts a trained network to score held-out data. */
  public ManeuverModel start(TrainedNetwork network, Tuning tuning) {
    TrainingRecord nothing = new TrainingRecord(List.of(), 0, settings.seed(), hasSolarFlux());
    ModelBundle description = describe("raw", "0.0.0", nothing, tuning, Map.of());
    return ManeuverModel.start(
        new LoadedBundle("network in training", description, network.archive(), ""));
  }

  /**
   * Satellites to train on and satellites whose loss decides when to stop. Real ones validate if
   * there are at least two, otherwise simulated ones: simulated noise does not show how a network
   * copes with real noise.
   *
   * @param real real histories to train on
   * @param simulated simulated histories to train on
   * @param left histories held out for validation
   */
  record ValidationSplit(
      List<LabelledHistory> real, List<LabelledHistory> simulated, List<LabelledHistory> left) {

    /**
     * Holds out a share of the histories, at least one, drawn by the seed.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    static ValidationSplit of(
        List<LabelledHistory> real, List<LabelledHistory> simulated, double share, long seed) {
      boolean fromReal = real.size() > 1;
      List<LabelledHistory> drawn = new ArrayList<>(fromReal ? real : simulated);
      if (drawn.size() < 2) {
        throw new IllegalArgumentException(
            "early stopping holds one history out of the training; at least two are needed");
      }
      Collections.shuffle(drawn, new Random(seed));
      int count = (int) Math.min(Math.max(Math.round(share * drawn.size()), 1), drawn.size() - 1);
      List<LabelledHistory> left = List.copyOf(drawn.subList(0, count));
      return new ValidationSplit(
          fromReal ? without(real, left) : real,
          fromReal ? simulated : without(simulated, left),
          left);
    }

    private static List<LabelledHistory> without(
        List<LabelledHistory> all, List<LabelledHistory> left) {
      return all.stream().filter(each -> !left.contains(each)).toList();
    }
  }
}
