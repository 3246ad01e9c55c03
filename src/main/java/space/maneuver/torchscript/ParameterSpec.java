package space.maneuver.torchscript;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Shape and initialization of a parameter.
 *
 * @param shape length of each dimension
 * @param initialiser fills in the initial values; equal random numbers give equal values
 */
record ParameterSpec(List<Integer> shape, Initialiser initialiser) {

  /** Initial values of a parameter. */
  @FunctionalInterface
  interface Initialiser {
    void fill(float[] values, SplittableRandom random);
  }

  Tensor draw(SplittableRandom random) {
    float[] values = new float[Tensor.size(shape)];
    initialiser.fill(values, random);
    return new Tensor(shape, values);
  }

  /** Adds weight and bias of a linear layer, uniform within +-1/sqrt(inputs) as in PyTorch. */
  static void linear(Map<String, ParameterSpec> into, String name, int inputs, int outputs) {
    into.put(name + "_weight", uniform(inputs, outputs, inputs));
    into.put(name + "_bias", uniform(inputs, outputs));
  }

  /** Adds weight and bias of a layer norm, initially the identity. */
  static void norm(Map<String, ParameterSpec> into, String name, int size) {
    into.put(name + "_weight", constant(1, size));
    into.put(name + "_bias", constant(0, size));
  }

  /** Returns a parameter uniform within +-1/sqrt(fan). */
  static ParameterSpec uniform(int fan, Integer... shape) {
    return new ParameterSpec(List.of(shape), (values, random) -> within(fan, values, random));
  }

  /**
   * Returns the biases of a recurrent layer. The second of four gates is the forget gate; its
   * separate initial bias lets an untrained network remember.
   */
  static ParameterSpec gates(int hidden, int size, @Nullable Float forget) {
    return new ParameterSpec(
        List.of(size),
        (values, random) -> {
          within(hidden, values, random);
          if (forget != null) {
            Arrays.fill(values, hidden, 2 * hidden, forget);
          }
        });
  }

  /**
   * Returns geometrically falling frequencies, from one period in six steps to one in six thousand.
   */
  static ParameterSpec octaves(int size) {
    return new ParameterSpec(
        List.of(size),
        (values, random) -> {
          for (int i = 0; i < size; i++) {
            values[i] = (float) Math.pow(1000, -(double) i / size);
          }
        });
  }

  private static ParameterSpec constant(float value, int size) {
    return new ParameterSpec(List.of(size), (values, random) -> Arrays.fill(values, value));
  }

  private static void within(int fan, float[] values, SplittableRandom random) {
    double bound = 1 / Math.sqrt(fan);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
  }
}
