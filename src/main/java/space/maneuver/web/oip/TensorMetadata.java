package space.maneuver.web.oip;

import java.util.List;

/**
 * What a model says of a tensor.
 *
 * @param name of the tensor
 * @param datatype of its elements, in the protocol's words
 * @param shape sizes of its dimensions; -1 where any is taken
 */
record TensorMetadata(String name, String datatype, List<Integer> shape) {

  TensorMetadata {
    shape = List.copyOf(shape);
  }
}
