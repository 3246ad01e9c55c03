package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Weighted.Outcome;

class WeightedTest {

  private static final Weighted<Double> NUMBERS =
      new Weighted<>(
          List.of(new Outcome<>(8.0, 0.3), new Outcome<>(1.0, 0.45), new Outcome<>(2.0, 0.25)));

  @Test
  void meanIsWeighted() {
    assertThat(NUMBERS.mean(x -> x)).isEqualTo(0.3 * 8 + 0.45 + 0.25 * 2);
  }

  @Test
  void medianIsReachedWithOneHalf() {
    assertThat(NUMBERS.median(x -> x)).isEqualTo(2);
    assertThat(NUMBERS.median(x -> -x)).isEqualTo(-2);
    assertThat(NUMBERS.map(x -> 10 * x).median(x -> x)).isEqualTo(20);
  }
}
