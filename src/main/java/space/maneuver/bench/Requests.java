package space.maneuver.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import space.maneuver.bench.load.Answers;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.features.window.FeatureWindow;

/** HTTP requests for the windows of a model, as bytes on the wire. */
final class Requests {

  private static final String JSON = "application/json";

  private final BenchModel model;

  Requests(BenchModel model) {
    this.model = model;
  }

  /** Returns one request for the windows in [{@code from}, {@code to}). */
  LoadRequest json(int from, int to) {
    return json(from, to, Answers.probabilities(model.probabilities(from, to)));
  }

  LoadRequest json(int from, int to, LoadRequest.Check check) {
    String body =
        model.windows().subList(from, to).stream()
            .map(Requests::json)
            .collect(Collectors.joining(",", "{\"windows\":[", "]}"));
    return new LoadRequest(post(predictions(), JSON, "", bytes(body)), to - from, check);
  }

  /** Returns one request per window. */
  List<LoadRequest> single() {
    return IntStream.range(0, model.windows().size()).mapToObj(i -> json(i, i + 1)).toList();
  }

  /** Returns a request with all windows as NDJSON, repeated. */
  LoadRequest lines(int times) {
    String once =
        model.windows().stream().map(each -> json(each) + "\n").collect(Collectors.joining());
    int count = model.windows().size();
    double[] probabilities = model.probabilities(0, count);
    double[] expected = new double[count * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(probabilities, 0, expected, i * count, count);
    }
    byte[] body = bytes(once.repeat(times));
    return new LoadRequest(
        post(predictions(), "application/x-ndjson", "", body),
        expected.length,
        Answers.probabilities(expected));
  }

  /** Returns a request with all windows as tensors of the Open Inference Protocol. */
  LoadRequest binary() {
    int count = model.windows().size();
    int steps = model.windows().stream().mapToInt(FeatureWindow::steps).max().orElseThrow();
    int width = model.windows().get(0).width();
    int xBytes = count * steps * width * Float.BYTES;
    int lengthBytes = count * Long.BYTES;
    String header =
        """
        {"inputs":[\
        {"name":"x","datatype":"FP32","shape":[%d,%d,%d],"parameters":{"binary_data_size":%d}},\
        {"name":"lengths","datatype":"INT64","shape":[%d],"parameters":{"binary_data_size":%d}}],\
        "outputs":[{"name":"logit","parameters":{"binary_data":true}}]}"""
            .formatted(count, steps, width, xBytes, count, lengthBytes);
    byte[] headerBytes = bytes(header);
    ByteBuffer body =
        ByteBuffer.allocate(headerBytes.length + xBytes + lengthBytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(headerBytes);
    for (FeatureWindow window : model.windows()) {
      for (int i = 0; i < steps * width; i++) {
        body.putFloat(i < window.values().length ? window.values()[i] : Float.NaN);
      }
    }
    model.windows().forEach(window -> body.putLong(window.steps()));
    float[] expected = new float[count];
    for (int i = 0; i < count; i++) {
      expected[i] = model.logits().get(i);
    }
    String length = "Inference-Header-Content-Length: " + headerBytes.length + "\r\n";
    return new LoadRequest(
        post(
            "/v2/models/" + model.name() + "/infer",
            "application/octet-stream",
            length,
            body.array()),
        count,
        Answers.logits(expected));
  }

  /** Returns a request to detect maneuvers in element sets. */
  static LoadRequest detections(byte[] tle, int elementSets) {
    return new LoadRequest(
        post("/api/v1/detections", "text/plain", "", tle), elementSets, LoadRequest.Check.NONE);
  }

  private String predictions() {
    return "/api/v1/predictions?model=" + model.name();
  }

  private static String json(FeatureWindow window) {
    StringBuilder text = new StringBuilder("{\"days\":").append(window.days());
    text.append(",\"features\":[");
    for (int step = 0; step < window.steps(); step++) {
      text.append(step == 0 ? "" : ",");
      if (!window.observed(step)) {
        text.append("null");
        continue;
      }
      for (int i = 0; i < window.width(); i++) {
        float value = window.values()[step * window.width() + i];
        text.append(i == 0 ? '[' : ',').append(Float.isNaN(value) ? "null" : value + "");
      }
      text.append(']');
    }
    return text.append("]}").toString();
  }

  private static byte[] post(String path, String type, String headers, byte[] body) {
    String head =
        String.format(
            Locale.ROOT,
            "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n",
            path,
            type,
            headers,
            body.length);
    byte[] headBytes = bytes(head);
    return ByteBuffer.allocate(headBytes.length + body.length).put(headBytes).put(body).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
