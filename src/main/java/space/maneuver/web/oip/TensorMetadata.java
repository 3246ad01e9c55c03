package space.maneuver.web.oip;

import java.util.List;

/**
 * The metadata of a tensor.
 *
 * @param name of the tensor
 * @param datatype of its elements, in the protocol's terms
 * @param shape sizes of its dimensions; -1: any size
 */
record TensorMetadata(String name, String datatype, List<Integer> shape) {

  TensorMetadata {
    shape = List.copyOf(shape);
  }
}
