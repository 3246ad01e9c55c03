package space.maneuver.web.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

/** Damaged requests with binary data. */
@HttpTest
class InferenceFuzzTest {

  private static final int CASES = 700;
  private static final String[] PIECES = {
    "0",
    "-1",
    "9223372036854775807",
    "1e99",
    "null",
    "[",
    "]",
    "{",
    "}",
    "\"",
    ",",
    ":",
    "NaN",
    "\"data\":[1]",
    "\"binary_data_size\":0",
    "\u0000",
    "\\u0000",
    "[[[[[[[[[["
  };
  private static final TensorRequest GOOD = TensorRequest.random(30, TensorRequest.DAILY, 30, 30);

  @Autowired private RestTestClient rest;

  @Test
  void damagedRequestsAreAnsweredOrRefusedButNeverFail() {
    InferenceClient client = new InferenceClient(rest, "maneuver-lstm-daily");
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      String json = damaged(GOOD.binaryJson(""), random);
      byte[] body = GOOD.binary(json);
      int length = json.getBytes(StandardCharsets.UTF_8).length;
      if (random.nextInt(4) == 0) {
        body = Arrays.copyOf(body, random.nextInt(body.length + 20));
      }
      if (random.nextInt(4) == 0) {
        length += random.nextInt(9) - 4;
      }
      InferenceClient.Answer answer = client.post(body, Integer.toString(length));
      assertThat(answer.status()).as("case %d: %s", i, json).isIn(200, 400);
      if (answer.status() == 400) {
        assertThat(answer.error()).as("case %d: %s", i, json).isNotEmpty();
        refused++;
      }
    }
    assertThat(refused).isBetween(CASES / 2, CASES - 1);
  }

  private static String damaged(String json, Random random) {
    StringBuilder text = new StringBuilder(json);
    for (int times = random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
        default -> text.setCharAt(at, (char) (' ' + random.nextInt(90)));
      }
    }
    return text.toString();
  }
}
