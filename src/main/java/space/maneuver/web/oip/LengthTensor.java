package space.maneuver.web.oip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The elements of {@code lengths}.
 *
 * @param tensor whose shape has been checked
 * @param body with its binary data next, if it has any
 */
record LengthTensor(InputTensor tensor, InferenceBody body) {

  long[] read() throws IOException {
    long[] lengths = new long[(int) tensor.shape()[0]];
    TensorNumbers data = tensor.data();
    if (data == null) {
      byte[] bytes = new byte[lengths.length * Long.BYTES];
      body.read(tensor, 0, bytes, bytes.length);
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(lengths);
      return lengths;
    }
    for (int i = 0; i < lengths.length; i++) {
      float number = data.values()[i];
      if (number != Math.rint(number)) {
        throw tensor.fault("[" + i + "] must be a whole number");
      }
      lengths[i] = (long) number;
    }
    return lengths;
  }
}
