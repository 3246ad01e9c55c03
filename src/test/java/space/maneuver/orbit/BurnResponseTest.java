package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurnResponseTest {

  @ParameterizedTest
  @CsvSource({"5, 0.5", "5, 2.5", "5, 4.9", "13, 6"})
  void batchFitIsTheLineOfLeastSquaresThroughTheKinkReadAtItsEnd(double span, double days) {
    SimpleRegression line = new SimpleRegression();
    int observations = 100_000;
    for (int i = 0; i <= observations; i++) {
      double time = days - span + span * i / observations;
      line.addData(time, Math.max(0, time));
    }
    BurnResponse response = new BurnResponse(span, 0);

    assertThat(response.rate(days)).isCloseTo(line.getSlope(), within(1e-3));
    assertThat(response.phase(days)).isCloseTo(line.predict(days), within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, -1", "5, 0, 0", "0, 0.5, 0.5", "0, 1.5, 1"})
  void elementSetsBeforeTheBurnOrWithinTheDelayDoNotShowIt(double span, double delay, double days) {
    BurnResponse response = new BurnResponse(span, delay);

    assertThat(response.rate(days)).isZero();
    assertThat(response.phase(days)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.1", "5, 0, 5", "5, 0, 9", "0, 0.5, 0.6"})
  void laterElementSetsShowTheWholeBurn(double span, double delay, double days) {
    BurnResponse response = new BurnResponse(span, delay);

    assertThat(response.rate(days)).isEqualTo(1);
    assertThat(response.phase(days)).isEqualTo(days);
  }

  @Test
  void nineTenthsAreShownWhenSettled() {
    assertThat(new BurnResponse(5, 0).settled()).isEqualTo(4);
    assertThat(new BurnResponse(5, 0).rate(4)).isCloseTo(0.9, within(0.01));
    assertThat(new BurnResponse(0, 1.5).settled()).isEqualTo(1.5);
  }

  @Test
  void spanAndDelayAreNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BurnResponse(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new BurnResponse(0, Double.NaN));
  }
}
