package space.maneuver.torchscript;

import java.util.List;

/**
 * Numbers in a box, row by row.
 *
 * @param shape the length of every side
 * @param values as many numbers as the shape holds; not copied, so neither side may change it
 */
public record Tensor(List<Integer> shape, float[] values) {

  /**
   * @throws IllegalArgumentException when shape and values do not agree
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
