package space.maneuver.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example with binary tensors, in whose file words stand for the bytes after the JSON. */
final class BinaryExample {

  private static final String HEADER = "Inference-Header-Content-Length";
  private static final char BYTES = '<';

  private BinaryExample() {}

  static String answer(RestTestClient client, String path) throws IOException {
    byte[] json = json(ExampleAnswers.example("infer-binary.txt")).getBytes(UTF_8);
    JsonNode numbers =
        new JsonMapper().readTree(ExampleAnswers.example("infer.json")).at("/inputs/0/data");
    ByteBuffer body =
        ByteBuffer.allocate(json.length + numbers.size() * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(json);
    numbers.forEach(number -> body.putFloat(number.isNull() ? Float.NaN : number.floatValue()));
    EntityExchangeResult<byte[]> answer =
        client
            .post()
            .uri(path)
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .header(HEADER, Integer.toString(json.length))
            .body(body.array())
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult();
    byte[] bytes = Objects.requireNonNull(answer.getResponseBody());
    int length = Integer.parseInt(String.valueOf(answer.getResponseHeaders().getFirst(HEADER)));
    return new String(bytes, 0, length, UTF_8)
        + BYTES
        + (bytes.length - length)
        + " bytes of logit>\n";
  }

  /** Returns what precedes the words, if there are any. */
  static String json(String text) {
    int words = text.indexOf(BYTES);
    return words < 0 ? text : text.substring(0, words);
  }
}
