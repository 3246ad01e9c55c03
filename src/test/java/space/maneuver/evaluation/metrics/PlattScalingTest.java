package space.maneuver.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import space.maneuver.math.LabelledScore;
import space.maneuver.model.bundle.Calibration;

class PlattScalingTest {

  @Test
  void twoLogitsAreFittedExactly() {
    List<LabelledScore> logits = new ArrayList<>();
    add(logits, 1, 3, 1);
    add(logits, -1, 1, 3);

    Calibration platt = PlattScaling.fit(logits);

    // Platt's targets are 5/6 and 1/6, so the mean target is 2/3 at 1 and 1/3 at -1.
    assertThat(platt.slope()).isCloseTo(Math.log(2), within(1e-7));
    assertThat(platt.offset()).isCloseTo(0, within(1e-7));
    assertThat(platt.probability(1)).isCloseTo(2 / 3., within(1e-7));
  }

  @Test
  void knownSlopeAndOffsetAreRecovered() {
    Calibration truth = new Calibration(1.39, 3.4);
    Random random = new Random(7);
    List<LabelledScore> logits = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      double logit = -2.5 + 2 * random.nextGaussian();
      logits.add(new LabelledScore(logit, random.nextDouble() < truth.probability(logit)));
    }

    Calibration platt = PlattScaling.fit(logits);

    assertThat(platt.slope()).isCloseTo(truth.slope(), within(.05));
    assertThat(platt.offset()).isCloseTo(truth.offset(), within(.1));
  }

  @Test
  void separableClassesGiveAFiniteFit() {
    List<LabelledScore> logits = new ArrayList<>();
    add(logits, 8, 50, 0);
    add(logits, -8, 0, 50);

    assertThat(PlattScaling.fit(logits).probability(8)).isCloseTo(51 / 52., within(1e-7));
  }

  @Test
  void singleClassKeepsTheOrder() {
    List<LabelledScore> logits = new ArrayList<>();
    add(logits, 1, 5, 0);
    add(logits, 2, 5, 0);

    Calibration platt = PlattScaling.fit(logits);

    assertThat(platt.slope()).isEqualTo(PlattScaling.SMALLEST_SLOPE);
    assertThat(platt.probability(1.5)).isCloseTo(11 / 12., within(1e-3));
  }

  @Test
  void keepsTheOrderEvenIfLabelsContradictIt() {
    List<LabelledScore> logits = new ArrayList<>();
    add(logits, 3, 2, 8);
    add(logits, -3, 8, 2);

    Calibration platt = PlattScaling.fit(logits);

    assertThat(platt.slope()).isEqualTo(PlattScaling.SMALLEST_SLOPE);
    assertThat(platt.probability(3)).isGreaterThan(platt.probability(-3));
    assertThat(platt.probability(0)).isCloseTo(.5, within(1e-6));
  }

  @Test
  void equalLogitsGiveTheShareOfPositives() {
    List<LabelledScore> logits = new ArrayList<>();
    add(logits, .7, 60, 30);

    Calibration platt = PlattScaling.fit(logits);

    assertThat(platt.slope()).isEqualTo(PlattScaling.SMALLEST_SLOPE);
    assertThat(platt.probability(.7)).isCloseTo(2 / 3., within(.01));
  }

  @Test
  void fitsHugeLogits() {
    List<LabelledScore> logits = new ArrayList<>();
    add(logits, 900, 30, 10);
    add(logits, -900, 10, 30);

    Calibration platt = PlattScaling.fit(logits);

    assertThat(platt.probability(900)).isCloseTo(.75, within(.02));
    assertThat(platt.probability(-900)).isCloseTo(.25, within(.02));
  }

  @Test
  void refusesNoLogitsAndNonFiniteLogits() {
    assertThatIllegalArgumentException().isThrownBy(() -> PlattScaling.fit(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlattScaling.fit(List.of(new LabelledScore(Double.NaN, true))));
  }

  private static void add(List<LabelledScore> logits, double logit, int yes, int no) {
    for (int i = 0; i < yes + no; i++) {
      logits.add(new LabelledScore(logit, i < yes));
    }
  }
}
