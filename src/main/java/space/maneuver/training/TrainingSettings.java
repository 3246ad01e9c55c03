package space.maneuver.training;

import space.maneuver.model.Architecture;

/**
 * How a network is trained; the defaults are what the bundled model was trained with.
 *
 * @param seed of the first weights, the samples and the dropout
 * @param hidden size of a layer's state
 * @param layers stacked LSTM layers
 * @param dropout probability between layers and before the classifier
 * @param steps of the optimiser
 * @param batch windows per step
 * @param learningRate the highest of the schedule
 * @param weightDecay of AdamW
 */
public record TrainingSettings(
    long seed,
    int hidden,
    int layers,
    double dropout,
    int steps,
    int batch,
    float learningRate,
    float weightDecay) {

  public static TrainingSettings defaults(long seed) {
    return new TrainingSettings(seed, 64, 2, 0.3, 2000, 48, 3e-3f, 0.02f);
  }

  /** A small network and few steps: shows that everything runs, not how well. */
  public static TrainingSettings quick(long seed) {
    return new TrainingSettings(seed, 24, 1, 0.1, 120, 24, 1e-2f, 0.02f);
  }

  /** The same for a network of other sizes. */
  TrainingSettings withSizesOf(Architecture other) {
    return new TrainingSettings(
        seed,
        other.hidden(),
        other.layers(),
        other.dropout(),
        steps,
        batch,
        learningRate,
        weightDecay);
  }
}
