package space.maneuver.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustFitsTest {

  private static final double[] TIMES = {0, 1, 2.5, 3, 4, 5.5, 6, 7, 8, 9.5, 10, 11};
  private static final int KINK = 6;

  @Test
  void theSlopeOfTheilAndSenForgetsAnOutlier() {
    double[] line = {1, 3, 6, 7, 900, 12, 13};

    assertThat(TheilSen.slope(TIMES, line, 0, 7)).isEqualTo(2, within(1e-12));
  }

  @Test
  void aMissingPointLeavesNoSlope() {
    double[] line = {1, 3, Double.NaN, 7};

    assertThat(TheilSen.slope(TIMES, line, 0, 4)).isNaN();
    assertThat(TheilSen.slope(TIMES, line, 0, 2)).isEqualTo(2);
    assertThat(TheilSen.slope(TIMES, line, 0, 1)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void aKinkIsFound(int side) {
    KinkFit fit = new KinkFit(side, side > 3);

    assertThat(fit.slopeChange(TIMES, kinked(side > 3 ? 0.01 : 0), KINK))
        .isEqualTo(0.25, within(1e-9));
  }

  @Test
  void aKinkIsFoundBesideAnOutlier() {
    double[] values = kinked(0.01);
    values[KINK - 3] += 0.5;

    assertThat(new KinkFit(5, true).slopeChange(TIMES, values, KINK)).isEqualTo(0.25, within(0.05));
  }

  @Test
  void aKinkNeedsAllItsPoints() {
    double[] values = kinked(0);
    assertThat(new KinkFit(3, false).slopeChange(TIMES, values, 2)).isNaN();
    assertThat(new KinkFit(3, false).slopeChange(TIMES, values, 10)).isNaN();

    values[KINK + 1] = Double.NaN;
    assertThat(new KinkFit(3, false).slopeChange(TIMES, values, KINK)).isNaN();
  }

  @Test
  void theRollingMedianForgetsWhatIsOld() {
    RollingMedian median = new RollingMedian(3);
    assertThat(median.median()).isNaN();

    median.add(5);
    assertThat(median.median()).isEqualTo(5);
    median.add(1);
    assertThat(median.median()).isEqualTo(3);
    median.add(Double.NaN);
    median.add(9);
    assertThat(median.median()).isEqualTo(5);
    median.add(2);
    median.add(3);
    assertThat(median.median()).isEqualTo(3);
  }

  @Test
  void theScaleIsThatOfTheNumbersARequestHas() {
    double[] series = {Double.NaN, 1, 2, 3, 4, 5, 100, 200};

    TrailingScale scale = TrailingScale.of(series, 7, 2);

    assertThat(scale.centre()).isEqualTo(3);
    assertThat(scale.scale()).isEqualTo(1.4826);
    assertThat(scale.apply(3 - 1.4826)).isEqualTo((float) -Math.log(2));
    assertThat(scale.apply(Double.NaN)).isZero();
  }

  @Test
  void theScaleOfNothingIsTheLeast() {
    assertThat(TrailingScale.of(new double[] {Double.NaN, 1}, 1, 1))
        .isEqualTo(new TrailingScale(0, 5e-4));
  }

  private static double[] kinked(double curvature) {
    double middle = (TIMES[KINK - 1] + TIMES[KINK]) / 2;
    double[] values = new double[TIMES.length];
    for (int i = 0; i < values.length; i++) {
      double t = TIMES[i] - middle;
      values[i] = 3 + 0.1 * t + curvature * t * t + 0.25 * Math.max(0, t);
    }
    return values;
  }
}
