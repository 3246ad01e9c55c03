package space.maneuver.web.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the protocol. */
public record InferenceClient(RestTestClient client, String model) {

  static final String HEADER = "Inference-Header-Content-Length";

  private static final JsonMapper MAPPER = new JsonMapper();

  /**
   * A response in its parts.
   *
   * @param json all of it, or as much as the header gives
   * @param binary what follows
   */
  public record Answer(int status, HttpHeaders headers, JsonNode json, ByteBuffer binary) {

    public String error() {
      return json.path("error").asString();
    }

    float[] data(int output) {
      JsonNode data = json.at("/outputs/" + output + "/data");
      float[] values = new float[data.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = data.get(i).floatValue();
      }
      return values;
    }

    /** Returns the next binary data. */
    float[] floats(int count) {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = binary.getFloat();
      }
      return values;
    }
  }

  public Answer json(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8), null);
  }

  public Answer binary(TensorRequest request, String json) {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return post(request.binary(json), Integer.toString(length));
  }

  /**
   * Sends a request.
   *
   * @param header length of the JSON; null without binary data
   */
  public Answer post(byte[] body, @Nullable String header) {
    MediaType type =
        header == null ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_OCTET_STREAM;
    EntityExchangeResult<byte[]> result =
        client
            .post()
            .uri("/v2/models/" + model + "/infer")
            .contentType(type)
            .headers(
                headers -> {
                  if (header != null) {
                    headers.set(HEADER, header);
                  }
                })
            .body(body)
            .exchange()
            .expectBody(byte[].class)
            .returnResult();
    byte[] answer = result.getResponseBody();
    byte[] whole = answer == null ? new byte[0] : answer;
    String own = result.getResponseHeaders().getFirst(HEADER);
    int length = own == null ? whole.length : Integer.parseInt(own);
    return new Answer(
        result.getStatus().value(),
        result.getResponseHeaders(),
        MAPPER.readTree(Arrays.copyOf(whole, length)),
        ByteBuffer.wrap(whole, length, whole.length - length)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN));
  }
}
