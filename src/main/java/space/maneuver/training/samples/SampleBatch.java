package space.maneuver.training.samples;

import space.maneuver.model.torch.WindowBatch;

/**
 * Windows with what the network should say at each of their steps.
 *
 * @param windows normalised, (batch, time, channels)
 * @param labels (batch, time) row by row, 0 or 1
 * @param weights (batch, time): what each label's cross entropy counts in the loss, which is their
 *     sum; 0 where there is no label
 */
public record SampleBatch(WindowBatch windows, float[] labels, float[] weights) {

  /**
   * The weights with burns counting more or less; their sum stays.
   *
   * @param positiveWeight of a label 1 where a label 0 has 1
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
