package space.maneuver.training.samples;

import space.maneuver.model.torch.WindowBatch;

/**
 * Windows with a label for each of their steps.
 *
 * @param windows normalized windows, (batch, time, channels)
 * @param labels labels, (batch, time) in row-major order, 0 or 1
 * @param weights weights of the labels' cross entropies in the loss, which is their sum, (batch,
 *     time); 0 where there is no label
 */
public record SampleBatch(WindowBatch windows, float[] labels, float[] weights) {

  /**
   * Returns the weights with burns weighted differently; their sum is unchanged.
   *
   * @param positiveWeight weight of a label 1 relative to a label 0
   */
  public float[] weighted(double positiveWeight) {
    if (positiveWeight == 1) {
      return weights;
    }
    double before = 0;
    double after = 0;
    for (int i = 0; i < weights.length; i++) {
      before += weights[i];
      after += weights[i] * factor(i, positiveWeight);
    }
    float[] weighted = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      weighted[i] = (float) (weights[i] * factor(i, positiveWeight) * before / after);
    }
    return weighted;
  }

  private double factor(int i, double positiveWeight) {
    return 1 + labels[i] * (positiveWeight - 1);
  }
}
