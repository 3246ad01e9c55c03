package space.maneuver.features.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureSchemaTest {

  private static final Channel A = new Channel("a", "m", "first", true);
  private static final Channel B = new Channel("b", "s", "second", false);

  @Test
  void equalSchemasHaveEqualHashes() {
    assertThat(schema(A, B).hash())
        .isEqualTo(schema(new Channel("a", "m", "first", true), B).hash())
        .matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @MethodSource("others")
  void everyPartButTheMeaningCountsInTheHash(FeatureSchema other) {
    assertThat(other.hash()).isNotEqualTo(schema(A, B).hash());
  }

  @Test
  void meaningCountsInTheHashOfFormat1Alone() {
    FeatureSchema reworded = schema(new Channel("a", "m", "First", true), B);

    assertThat(reworded.hash()).isEqualTo(schema(A, B).hash());
    assertThat(reworded.hashWithMeanings()).isNotEqualTo(schema(A, B).hashWithMeanings());
  }

  static Stream<FeatureSchema> others() {
    return Stream.of(
        new FeatureSchema("other", Sampling.DAILY, List.of(A, B)),
        new FeatureSchema("test", Sampling.PER_ELEMENT_SET, List.of(A, B)),
        schema(B, A),
        schema(A),
        schema(A, B, B),
        schema(new Channel("A", "m", "first", true), B),
        schema(new Channel("a", "km", "first", true), B),
        schema(new Channel("a", "m", "first", false), B),
        schema(new Channel("am", "", "first", true), B));
  }

  private static FeatureSchema schema(Channel... channels) {
    return new FeatureSchema("test", Sampling.DAILY, List.of(channels));
  }
}
