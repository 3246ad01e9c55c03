package space.maneuver.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import space.maneuver.training.loop.Checkpoint.TrainerState;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019) on PyTorch's kernel. DJL's own
 * optimizer does not expose its moments, so a training could not resume from a file.
 */
public final class AdamW {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final float UNCLIPPED = -1;

  private final List<NDArray> weights;
  private final List<NDArray> means;
  private final List<NDArray> variances;
  private final Tracker rate;
  private final float weightDecay;
  private int steps;

  /**
   * Creates an optimizer.
   *
   * @param weights weights to train, with gradients
   * @param rate learning rate by step, from 1
   * @param weightDecay weight decay per step, relative to the learning rate
   * @param manager owner of the moments
   */
  public AdamW(List<NDArray> weights, Tracker rate, float weightDecay, NDManager manager) {
    this.weights = List.copyOf(weights);
    this.means = weights.stream().map(each -> zeros(each, manager)).toList();
    this.variances = weights.stream().map(each -> zeros(each, manager)).toList();
    this.rate = rate;
    this.weightDecay = weightDecay;
  }

  private static NDArray zeros(NDArray like, NDManager manager) {
    return manager.zeros(like.getShape(), like.getDataType(), like.getDevice());
  }

  /** Updates the weights by their gradients and resets the gradients to 0. */
  public void step() {
    steps++;
    float now = rate.getNewValue(steps);
    double bias1 = 1 - Math.pow(BETA1, steps);
    double bias2 = 1 - Math.pow(BETA2, steps);
    float unbiased = (float) (now * Math.sqrt(bias2) / bias1);
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = weights.get(i);
      try (NDArray gradient = weight.getGradient()) {
        weight
            .getNDArrayInternal()
            .adamUpdate(
                new NDList(weight, gradient, means.get(i), variances.get(i)),
                new NDList(weight),
                now,
                unbiased,
                weightDecay,
                1,
                UNCLIPPED,
                BETA1,
                BETA2,
                EPSILON,
                true,
                true);
      }
    }
  }

  /** Returns a copy of weights and moments. */
  public TrainerState state() {
    return new TrainerState(steps, floats(weights), floats(means), floats(variances));
  }

  /**
   * Restores weights and moments.
   *
   * @throws IllegalArgumentException if the number of parameters differs
   */
  public void restore(TrainerState state) {
    steps = state.steps();
    set(weights, state.weights());
    set(means, state.means());
    set(variances, state.variances());
  }

  /** Copies arrays to Java. */
  public static List<float[]> floats(List<NDArray> arrays) {
    return arrays.stream().map(NDArray::toFloatArray).toList();
  }

  /**
   * Sets arrays from Java.
   *
   * @throws IllegalArgumentException if their number differs
   */
  public static void set(List<NDArray> arrays, List<float[]> values) {
    if (arrays.size() != values.size()) {
      throw new IllegalArgumentException(
          arrays.size() + " parameters expected, not " + values.size());
    }
    for (int i = 0; i < values.size(); i++) {
      arrays.get(i).set(values.get(i));
    }
  }
}
