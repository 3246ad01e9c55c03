package space.maneuver.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final String TWO =
      "{\"model\":{\"name\":\"m\",\"version\":\"1.0.1\"},\"predictions\":["
          + "{\"probability\":0.25,\"maneuver\":false},{\"probability\":1.0E-4}]}";

  @Test
  void acceptsProbabilitiesWithinTheTolerance() {
    assertThat(right(Answers.probabilities(new double[] {0.250_009, 1e-4}), TWO)).isTrue();
  }

  @Test
  void refusesProbabilitiesBeyondIt() {
    assertThat(right(Answers.probabilities(new double[] {0.25, 1.2e-4}), TWO)).isFalse();
    assertThat(right(Answers.probabilities(new double[] {Double.NaN, 1e-4}), TWO)).isFalse();
  }

  @Test
  void refusesMoreOrFewerAnswersThanExpected() {
    assertThat(right(Answers.probabilities(new double[] {0.25}), TWO)).isFalse();
    assertThat(right(Answers.probabilities(new double[] {0.25, 1e-4, 0}), TWO)).isFalse();
  }

  @Test
  void comparesWithTheVersionNamedInTheAnswer() {
    double[] right = {0.25, 1e-4};
    double[] other = {0.75, 1e-4};

    assertThat(right(Answers.probabilitiesByVersion(Map.of("1.0.0", other, "1.0.1", right)), TWO))
        .isTrue();
    assertThat(right(Answers.probabilitiesByVersion(Map.of("1.0.0", right, "1.0.1", other)), TWO))
        .isFalse();
    assertThat(right(Answers.probabilitiesByVersion(Map.of("1.0.0", right)), TWO)).isFalse();
  }

  @Test
  void readsLogitsAtTheEndOfBinaryReplies() {
    ByteBuffer reply = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    reply.put((byte) '{').put((byte) '}').putFloat(1.5f).putFloat(-2f);

    assertThat(Answers.logits(new float[] {1.5f, -2f}).right(reply.array())).isTrue();
    assertThat(Answers.logits(new float[] {1.5f, -2.1f}).right(reply.array())).isFalse();
    assertThat(Answers.logits(new float[] {0, 1.5f, -2f}).right(reply.array())).isFalse();
  }

  private static boolean right(LoadRequest.Check check, String reply) {
    return check.right(reply.getBytes(StandardCharsets.UTF_8));
  }
}
