package space.maneuver.web.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Windows as tensors.
 *
 * @param values window by window, step by step; NaN where missing
 * @param lengths steps of each window
 */
record Tensors(int steps, int channels, float[] values, long[] lengths) {

  static Tensors of(List<JsonNode> windows) {
    int steps = windows.stream().mapToInt(each -> each.get("features").size()).max().orElseThrow();
    int channels =
        windows.get(0).get("features").valueStream().mapToInt(JsonNode::size).max().orElseThrow();
    float[] values = new float[windows.size() * steps * channels];
    Arrays.fill(values, Float.NaN);
    long[] lengths = new long[windows.size()];
    for (int window = 0; window < windows.size(); window++) {
      JsonNode rows = windows.get(window).get("features");
      lengths[window] = rows.size();
      for (int step = 0; step < rows.size(); step++) {
        for (int channel = 0; channel < rows.get(step).size(); channel++) {
          JsonNode value = rows.get(step).get(channel);
          values[(window * steps + step) * channels + channel] =
              value.isNull() ? Float.NaN : value.floatValue();
        }
      }
    }
    return new Tensors(steps, channels, values, lengths);
  }

  String json() {
    List<String> numbers = new ArrayList<>();
    for (float value : values) {
      numbers.add(Float.isFinite(value) ? Float.toString(value) : "null");
    }
    return request("\"data\":" + numbers, "\"data\":" + Arrays.toString(lengths));
  }

  /** Returns the JSON that precedes {@link #binary()}. */
  String head() {
    return request(
        "\"parameters\":{\"binary_data_size\":" + values.length * Float.BYTES + "}",
        "\"parameters\":{\"binary_data_size\":" + lengths.length * Long.BYTES + "}");
  }

  byte[] binary() {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES + lengths.length * Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    bytes.position(values.length * Float.BYTES);
    bytes.asLongBuffer().put(lengths);
    return bytes.array();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String request(String x, String length) {
    String shape =
        Stream.of(lengths.length, steps, channels)
            .map(String::valueOf)
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"id\":\"one\",\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP32\",\"shape\":"
        + shape
        + ","
        + x
        + "},{\"name\":\"lengths\",\"datatype\":\"INT64\",\"shape\":["
        + lengths.length
        + "],"
        + length
        + "}],\"outputs\":[{\"name\":\"logit\"}]}";
  }
}
