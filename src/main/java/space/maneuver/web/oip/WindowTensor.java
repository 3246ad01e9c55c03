package space.maneuver.web.oip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The elements of {@code x}, an array for each window.
 *
 * @param tensor whose shape has been checked
 * @param body with its binary data next, if it has any
 */
record WindowTensor(InputTensor tensor, InferenceBody body) {

  float[][] read() throws IOException {
    int windows = (int) tensor.shape()[0];
    int size = (int) (tensor.shape()[1] * tensor.shape()[2]);
    TensorNumbers data = tensor.data();
    return data == null ? binary(windows, size) : split(data.values(), windows, size);
  }

  private static float[][] split(float[] numbers, int windows, int size) {
    float[][] values = new float[windows][];
    for (int i = 0; i < windows; i++) {
      values[i] = Arrays.copyOfRange(numbers, i * size, (i + 1) * size);
    }
    return values;
  }

  /** Window by window, so that no memory is taken for what has not come. */
  private float[][] binary(int windows, int size) throws IOException {
    float[][] values = new float[windows][];
    byte[] bytes = new byte[size * Float.BYTES];
    FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    for (int i = 0; i < windows; i++) {
      body.read(tensor, (long) i * bytes.length, bytes, bytes.length);
      values[i] = new float[size];
      floats.get(0, values[i]);
    }
    return values;
  }
}
