package space.maneuver.torchscript;

import java.util.List;

/**
 * A dense row-major tensor.
 *
 * @param shape length of each dimension
 * @param values elements, as many as the shape holds; not copied, so it must not be modified
 */
public record Tensor(List<Integer> shape, float[] values) {

  /**
   * @throws IllegalArgumentException if shape and number of values disagree
   */
  public Tensor {
    shape = List.copyOf(shape);
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(
          "a tensor of shape " + shape + " cannot hold " + values.length + " values");
    }
  }

  static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
