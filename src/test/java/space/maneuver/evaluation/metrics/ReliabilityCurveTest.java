package space.maneuver.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import space.maneuver.math.LabelledScore;

class ReliabilityCurveTest {

  @Test
  void calibrationErrorWeightsTheDistanceOfFrequencyAndProbabilityByCount() {
    List<LabelledScore> scores = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      scores.add(new LabelledScore(i < 20 ? .1 : .8, i % 2 == 0));
    }

    ReliabilityCurve curve = ReliabilityCurve.of(scores);

    assertThat(curve.bins()).extracting(ReliabilityCurve.Bin::count).containsExactly(20, 10);
    assertThat(curve.bins()).extracting(ReliabilityCurve.Bin::from).containsExactly(.1, .8);
    assertThat(curve.bins().get(1).observedFrequency()).isEqualTo(.5);
    assertThat(curve.expectedCalibrationError()).isCloseTo((20 * .4 + 10 * .3) / 30, within(1e-12));
  }

  @Test
  void fifteenBinsHaveEqualCountsInAnyInputOrder() {
    List<LabelledScore> scores = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      scores.add(new LabelledScore(i * i / 2_250_000., i % 3 == 0));
    }
    List<LabelledScore> shuffled = new ArrayList<>(scores);
    Collections.shuffle(shuffled, new Random(1));

    ReliabilityCurve curve = ReliabilityCurve.of(shuffled);

    assertThat(curve.bins()).hasSize(15).allMatch(bin -> bin.count() == 100);
    assertThat(curve).isEqualTo(ReliabilityCurve.of(scores));
  }

  @Test
  void everyProbabilityIsInExactlyOneBinEvenIfThereAreFew() {
    for (int size = 1; size < 40; size++) {
      List<LabelledScore> scores = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        scores.add(new LabelledScore(i / 40., false));
      }

      assertThat(ReliabilityCurve.of(scores).bins())
          .hasSize(Math.min(size, 15))
          .extracting(ReliabilityCurve.Bin::count)
          .satisfies(
              counts ->
                  assertThat(counts.stream().mapToInt(Integer::intValue).sum())
                      .isEqualTo(scores.size()));
    }
  }

  @Test
  void withoutProbabilitiesThereIsNoError() {
    assertThat(ReliabilityCurve.of(List.of())).isEqualTo(new ReliabilityCurve(List.of(), 0));
  }

  @Test
  void refusesScoresThatAreNotProbabilities() {
    for (double wrong : new double[] {1.2, -.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ReliabilityCurve.of(List.of(new LabelledScore(wrong, true))))
          .withMessageContaining(Double.toString(wrong));
    }
  }
}
