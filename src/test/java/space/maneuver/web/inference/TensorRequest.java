package space.maneuver.web.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Simulated windows, in each form in which they can be sent.
 *
 * @param steps of each window, including padding
 * @param channels numbers per step
 * @param values window by window, step by step; NaN where missing
 * @param lengths steps of each window, without padding
 */
public record TensorRequest(int steps, int channels, float[] values, long[] lengths) {

  public static final int DAILY = 8;
  static final int PER_ELEMENT_SET = 30;

  /** Returns windows with some steps missing and garbage beyond their lengths. */
  public static TensorRequest random(int steps, int channels, long... lengths) {
    Random random = new Random(7);
    float[] values = new float[lengths.length * steps * channels];
    for (int i = 0; i < values.length; i++) {
      int step = i / channels;
      boolean missing = channels == DAILY && step % 7 == 3;
      values[i] = missing ? Float.NaN : (float) (random.nextGaussian() * 1e-3);
      if (step % steps >= lengths[step / steps]) {
        values[i] = Float.POSITIVE_INFINITY;
      }
    }
    return new TensorRequest(steps, channels, values, lengths);
  }

  int windows() {
    return lengths.length;
  }

  String shape() {
    return "[" + windows() + "," + steps + "," + channels + "]";
  }

  /** Returns the tensors with flat data; infinities are written as large numbers. */
  public String json(String further) {
    List<String> numbers = new ArrayList<>();
    for (float value : values) {
      numbers.add(number(value));
    }
    return request(
        "\"data\":[" + String.join(",", numbers) + "]",
        "\"data\":" + Arrays.toString(lengths),
        further);
  }

  /** Returns the tensors with data nested by window and step. */
  String nestedJson(String further) {
    List<String> windows = new ArrayList<>();
    for (int window = 0; window < windows(); window++) {
      List<String> rows = new ArrayList<>();
      for (int step = 0; step < steps; step++) {
        rows.add(row(window, step));
      }
      windows.add("[" + String.join(", ", rows) + "]");
    }
    return request(
        "\"data\":[" + String.join(",\n", windows) + "]",
        "\"data\":" + Arrays.toString(lengths),
        further);
  }

  /** Returns the JSON that precedes the binary data. */
  public String binaryJson(String further) {
    return request(
        "\"parameters\":{\"binary_data_size\":" + values.length * Float.BYTES + "}",
        "\"parameters\":{\"binary_data_size\":" + windows() * Long.BYTES + "}",
        further);
  }

  public byte[] binary(String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(text.length + values.length * Float.BYTES + windows() * Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(text);
    for (float value : values) {
      bytes.putFloat(value);
    }
    for (long length : lengths) {
      bytes.putLong(length);
    }
    return bytes.array();
  }

  /** Returns the windows as a body of /predictions, without padding. */
  String predictions() {
    List<String> windows = new ArrayList<>();
    for (int window = 0; window < windows(); window++) {
      List<String> rows = new ArrayList<>();
      for (int step = 0; step < lengths[window]; step++) {
        boolean missing = Float.isNaN(values[(window * steps + step) * channels]);
        rows.add(missing ? "null" : row(window, step));
      }
      long days = channels == DAILY ? lengths[window] : 30;
      windows.add("{\"days\":" + days + ",\"features\":[" + String.join(",", rows) + "]}");
    }
    return "{\"windows\":[" + String.join(",", windows) + "]}";
  }

  private String request(String x, String length, String further) {
    return """
        {"id":"the one","inputs":[{"name":"x","datatype":"FP32","shape":%s,%s},\
        {%s,"shape":[%d],"datatype":"INT64","name":"lengths"}]%s}"""
        .formatted(shape(), x, length, windows(), further);
  }

  private String row(int window, int step) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      numbers.add(number(values[(window * steps + step) * channels + i]));
    }
    return "[" + String.join(",", numbers) + "]";
  }

  private static String number(float value) {
    if (Float.isNaN(value)) {
      return "null";
    }
    return Float.isInfinite(value) ? "1e30" : String.format(Locale.ROOT, "%.9g", value);
  }
}
