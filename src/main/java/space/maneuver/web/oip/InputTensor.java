package space.maneuver.web.oip;

import org.jspecify.annotations.Nullable;

/**
 * A tensor of a request, as described by its JSON.
 *
 * @param name of the tensor
 * @param datatype of its elements, in the protocol's terms
 * @param shape sizes of its dimensions; not copied
 * @param data its elements; null if they follow as binary data
 * @param binaryBytes bytes of binary data; 0 if {@code data} is present
 */
record InputTensor(
    String name, String datatype, long[] shape, @Nullable TensorNumbers data, long binaryBytes) {

  /** Number of elements of a shape, capped at {@link Long#MAX_VALUE}. */
  static long elements(long[] shape) {
    long product = 1;
    for (long size : shape) {
      if (size != 0 && product > Long.MAX_VALUE / size) {
        return Long.MAX_VALUE;
      }
      product *= size;
    }
    return product;
  }

  /** Refuses any other type or number of dimensions, and data of another size. */
  void require(String type, int dimensions, int bytesEach) {
    if (!datatype.equals(type)) {
      throw fault("datatype is " + datatype + "; expected " + type);
    }
    if (shape.length != dimensions) {
      throw fault("shape has " + shape.length + " dimensions; expected " + dimensions);
    }
    long bytes = Math.multiplyExact(Math.min(elements(shape), Integer.MAX_VALUE), bytesEach);
    if (data == null && binaryBytes != bytes) {
      throw fault(
          "binary_data_size is " + binaryBytes + "; its shape and datatype require " + bytes);
    }
    if (data != null) {
      String mismatch = data.mismatch(shape);
      if (mismatch != null) {
        throw fault(mismatch);
      }
    }
  }

  RuntimeException fault(String reason) {
    return InferenceFaults.ofTensor(name, reason);
  }
}
