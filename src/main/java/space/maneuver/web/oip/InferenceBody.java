package space.maneuver.web.oip;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import space.maneuver.web.json.NumbersFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A request body: JSON alone, or JSON whose length a header gives, followed by binary data. */
final class InferenceBody {

  /** Length of the JSON in bytes, if binary data follow it. */
  static final String HEADER = "Inference-Header-Content-Length";

  private static final JsonFactory FACTORY = new NumbersFactory();

  private final InputStream body;
  private final int jsonBytes;

  private InferenceBody(InputStream body, int jsonBytes) {
    this.body = body;
    this.jsonBytes = jsonBytes;
  }

  /**
   * Starts to read a body.
   *
   * @param maxBytes maximum length of the JSON
   */
  static InferenceBody of(HttpServletRequest request, long maxBytes) throws IOException {
    String given = request.getHeader(HEADER);
    return new InferenceBody(request.getInputStream(), given == null ? 0 : length(given, maxBytes));
  }

  private static int length(String given, long maxBytes) {
    int max = (int) Math.min(maxBytes, Integer.MAX_VALUE);
    Integer length = number(given.strip());
    if (length == null || length < 1 || length > max) {
      throw InferenceFaults.of(HEADER + " must be a whole number of bytes from 1 to " + max);
    }
    return length;
  }

  private static @Nullable Integer number(String given) {
    try {
      return Integer.valueOf(given);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Reads the JSON. */
  InferenceRequest read(InferenceRequestReader reader) throws IOException {
    if (jsonBytes == 0) {
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
        InferenceRequest request = reader.read(parser);
        request.inputs().forEach(InferenceBody::requireData);
        return request;
      }
    }
    byte[] json = body.readNBytes(jsonBytes);
    if (json.length < jsonBytes) {
      throw InferenceFaults.of(
          HEADER + " is " + jsonBytes + ", but the body has only " + json.length + " bytes");
    }
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), json, 0, json.length)) {
      return reader.read(parser);
    }
  }

  private static void requireData(InputTensor input) {
    if (input.data() == null) {
      throw input.fault("has binary data, which requires the header " + HEADER);
    }
  }

  /**
   * Reads the next bytes of a tensor's binary data.
   *
   * @param before bytes of the tensor already read
   */
  void read(InputTensor tensor, long before, byte[] into, int length) throws IOException {
    int read = body.readNBytes(into, 0, length);
    if (read < length) {
      throw tensor.fault(
          "the body ends after " + (before + read) + " of its " + tensor.binaryBytes() + " bytes");
    }
  }

  /** Refuses a body that continues after the binary data of the last tensor. */
  void requireEnd() throws IOException {
    if (jsonBytes > 0 && body.read() >= 0) {
      throw InferenceFaults.of("unexpected bytes after the last tensor's binary data");
    }
  }
}
