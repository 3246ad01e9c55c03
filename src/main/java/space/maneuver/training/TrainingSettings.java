package space.maneuver.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import space.maneuver.evaluation.TrainedOn;
import space.maneuver.evaluation.TrainingJson;
import space.maneuver.features.FeatureSeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.training.loop.LoopSettings;

/**
 * The settings of a training. The defaults are those of the bundled models.
 *
 * @param kind kind of network
 * @param head what it answers; {@link NetworkKind#DAILY_LSTM} answers windows only
 * @param seed seed of the initial weights, the samples and the dropout
 * @param hidden size of a layer's state
 * @param layers number of stacked layers; used by {@link NetworkKind#DAILY_LSTM} only
 * @param members number of networks in the ensemble; 1 for {@link NetworkKind#DAILY_LSTM}
 * @param dropout dropout probability between layers and before the classifier, [0, 1)
 * @param steps number of optimizer steps
 * @param batch windows per step
 * @param learningRate peak of the learning rate schedule
 * @param weightDecay weight decay of AdamW
 * @param loop schedule, early stopping and loss weights
 */
public record TrainingSettings(
    NetworkKind kind,
    Head head,
    long seed,
    int hidden,
    int layers,
    int members,
    double dropout,
    int steps,
    int batch,
    float learningRate,
    float weightDecay,
    LoopSettings loop) {

  private static final int FINE_TUNING_DIVISOR_OF_STEPS = 4;
  private static final double STEPS_WITH_UNLABELED = 2.5;
  private static final float FINE_TUNING_SHARE_OF_RATE = 0.1f;

  /**
   * @throws IllegalArgumentException if the network has no such head
   */
  public TrainingSettings {
    if (!kind.heads().contains(head)) {
      throw new IllegalArgumentException(kind + " has no head " + head);
    }
  }

  /** Creates settings with the default head and loop of the kind. */
  public TrainingSettings(
      NetworkKind kind,
      long seed,
      int hidden,
      int layers,
      int members,
      double dropout,
      int steps,
      int batch,
      float learningRate,
      float weightDecay) {
    this(
        kind,
        kind.heads().get(0),
        seed,
        hidden,
        layers,
        members,
        dropout,
        steps,
        batch,
        learningRate,
        weightDecay,
        LoopSettings.USUAL);
  }

  /** Returns the settings of the bundled models. */
  public static TrainingSettings defaults(NetworkKind kind, long seed) {
    return kind == NetworkKind.DAILY_LSTM
        ? new TrainingSettings(kind, seed, 64, 2, 1, 0.3, 2000, 48, 3e-3f, 0.02f)
        : new TrainingSettings(kind, seed, 64, 1, 3, 0.3, 400, 48, 3e-3f, 0.02f);
  }

  /** Returns settings of a small network and few steps, to check that everything works. */
  public static TrainingSettings quick(NetworkKind kind, long seed) {
    return new TrainingSettings(kind, seed, 24, 1, 1, 0.1, 120, 24, 1e-2f, 0.02f);
  }

  /** Returns these settings with another head and loop. */
  public TrainingSettings with(Head otherHead, LoopSettings otherLoop) {
    return new TrainingSettings(
        kind,
        otherHead,
        seed,
        hidden,
        layers,
        members,
        dropout,
        steps,
        batch,
        learningRate,
        weightDecay,
        otherLoop);
  }

  /**
   * Returns these settings for fine-tuning. At the full number of steps and learning rate a network
   * forgets the orbits and noise that the new histories lack: tuned on one LEO satellite, it
   * reported as many false maneuvers in GEO as real ones, where it had reported none before.
   */
  public TrainingSettings forFineTuning() {
    return with(
        Math.max(steps / FINE_TUNING_DIVISOR_OF_STEPS, 1),
        FINE_TUNING_SHARE_OF_RATE * learningRate);
  }

  /**
   * Returns these settings for a training on unlabeled histories as well: there is more to learn,
   * so that more steps still improve the network.
   */
  public TrainingSettings withUnlabeled() {
    return with(Math.toIntExact(Math.round(STEPS_WITH_UNLABELED * steps)), learningRate);
  }

  private TrainingSettings with(int otherSteps, float otherRate) {
    return new TrainingSettings(
        kind,
        head,
        seed,
        hidden,
        layers,
        members,
        dropout,
        otherSteps,
        batch,
        otherRate,
        weightDecay,
        loop);
  }

  /** Returns these settings for a network of the kind and sizes of a bundle. */
  TrainingSettings withSizesOf(ModelBundle bundle) {
    Architecture other = bundle.architecture();
    return new TrainingSettings(
        NetworkKind.of(other, bundle.features().sampling()),
        other.head(),
        seed,
        other.hidden(),
        other.layers(),
        other.members(),
        other.dropout(),
        steps,
        batch,
        learningRate,
        weightDecay,
        loop);
  }

  /**
   * Describes what networks with these settings are trained with and on.
   *
   * @param options other options that a training depends on, by name
   * @param satellites histories with burns
   */
  public TrainedOn trainedOn(
      Map<String, String> options, List<LabelledHistory> satellites, SolarFlux solarFlux) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("architecture", kind.toString());
    all.put("head", TrainingJson.text(head));
    String loopOptions = loop.asOptions().strip();
    all.put("loop", loopOptions.isEmpty() ? "the usual" : loopOptions);
    all.putAll(options);
    SortedMap<String, String> digests = new TreeMap<>();
    satellites.forEach(
        each -> digests.put(each.name(), new DataDigest().add(List.of(each), solarFlux).hex()));
    return new TrainedOn(all, network(), digests);
  }

  private String network() {
    FeatureSchema schema = FeatureSeries.schema(kind.sampling());
    return ("features %s (%s), hidden %d, layers %d, members %d, dropout %s, %d steps of %d windows,"
            + " learning rate %s, weight decay %s")
        .formatted(
            schema.name(),
            schema.hash(),
            hidden,
            layers,
            members,
            dropout,
            steps,
            batch,
            learningRate,
            weightDecay);
  }
}
