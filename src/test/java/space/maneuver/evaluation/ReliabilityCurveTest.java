package space.maneuver.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityCurveTest {

  @Test
  void errorIsTheDistanceOfFrequencyAndProbabilityWeightedByWindows() {
    ReliabilityCurve curve =
        ReliabilityCurve.of(
            List.of(
                new LabelledScore(.01, false),
                new LabelledScore(.03, false),
                new LabelledScore(.9, true),
                new LabelledScore(.92, false)));

    assertThat(curve.bins()).hasSize(2);
    assertThat(curve.bins().get(0).meanProbability()).isCloseTo(.02, within(1e-12));
    assertThat(curve.bins().get(1).observedFrequency()).isEqualTo(.5);
    assertThat(curve.expectedCalibrationError())
        .isCloseTo((2 * .02 + 2 * (.91 - .5)) / 4, within(1e-12));
  }

  @Test
  void oneBelongsToTheLastBin() {
    ReliabilityCurve curve = ReliabilityCurve.of(List.of(new LabelledScore(1, true)));

    assertThat(curve.bins()).containsExactly(new ReliabilityCurve.Bin(14 / 15., 1, 1, 1, 1));
    assertThat(curve.expectedCalibrationError()).isZero();
  }

  @Test
  void withoutWindowsThereIsNoError() {
    assertThat(ReliabilityCurve.of(List.of()).expectedCalibrationError()).isZero();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReliabilityCurve.of(List.of(new LabelledScore(1.2, true))))
        .withMessageContaining("1.2");
  }
}
