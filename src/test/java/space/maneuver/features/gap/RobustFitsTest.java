package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.features.gap.PhaseChannels.KinkFit;
import space.maneuver.math.Medians;
import space.maneuver.math.SortedWindow;

class RobustFitsTest {

  private static final double[] TIMES = {0, 1, 2.5, 3, 4, 5.5, 6, 7, 8, 9.5, 10, 11};
  private static final int KINK = 6;

  @Test
  void theSlopeOfTheilAndSenForgetsAnOutlier() {
    double[] line = {1, 3, 6, 7, 900, 12, 13};

    assertThat(Medians.slope(TIMES, line, 0, 7)).isEqualTo(2, within(1e-12));
  }

  @Test
  void aMissingPointLeavesNoSlope() {
    double[] line = {1, 3, Double.NaN, 7};

    assertThat(Medians.slope(TIMES, line, 0, 4)).isNaN();
    assertThat(Medians.slope(TIMES, line, 0, 2)).isEqualTo(2);
    assertThat(Medians.slope(TIMES, line, 0, 1)).isNaN();
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
  void theMiddleOfASlidingWindowForgetsWhatIsLeftOut() {
    SortedWindow window = new SortedWindow(new double[] {5, 1, Double.NaN, 9, 2, 3}, 4);
    assertMiddle(window, Double.NaN, Double.NaN);

    window.add(0);
    assertMiddle(window, 5, 0);
    window.add(1);
    assertMiddle(window, 3, 2);
    window.add(2);
    window.add(3);
    assertMiddle(window, 5, 4);
    window.startAt(2);
    window.add(4);
    window.add(5);
    assertMiddle(window, 3, 1);
    window.startAt(1);
    assertMiddle(window, 2.5, 1);
  }

  @Test
  void theScaleIsThatOfTheNumbersARequestHas() {
    double[] series = {Double.NaN, 1, 2, 3, 4, 5, 100, 200};

    TrailingScale scale = scales(series, 2)[7];

    assertThat(scale.centre()).isEqualTo(3);
    assertThat(scale.scale()).isEqualTo(1.4826);
    assertThat(scale.apply(3 - 1.4826)).isEqualTo((float) -Math.log(2));
    assertThat(scale.apply(Double.NaN)).isZero();
  }

  @Test
  void theScaleOfNothingIsTheLeast() {
    assertThat(scales(new double[] {Double.NaN, 1}, 1)[1]).isEqualTo(new TrailingScale(0, 5e-4));
  }

  @ParameterizedTest
  @CsvSource({"1, 60, 180", "3, 20, 60", "10, 15, 45"})
  void theScaleIsOfTheSameTimeAtEveryCadence(int gap, int centreGaps, int scaleGaps) {
    double[] days = new double[400];
    double[] series = new double[400];
    Arrays.setAll(days, k -> gap * k);
    Random random = new Random(gap);
    Arrays.setAll(series, k -> random.nextGaussian());

    TrailingScale[] scales = TrailingScale.of(series, new Cadence(days), k -> 0, 0);

    double[] recent = Arrays.copyOfRange(series, 400 - centreGaps, 400);
    double[] all = Arrays.copyOfRange(series, 400 - scaleGaps, 400);
    double middle = Medians.sorting(all.clone(), scaleGaps);
    Arrays.setAll(all, i -> Math.abs(all[i] - middle));
    assertThat(scales[399])
        .isEqualTo(
            new TrailingScale(
                Medians.sorting(recent, centreGaps), 1.4826 * Medians.sorting(all, scaleGaps)));
  }

  private static TrailingScale[] scales(double[] series, int lookAhead) {
    return TrailingScale.of(
        series, new Cadence(new double[series.length]), k -> lookAhead, lookAhead);
  }

  private static void assertMiddle(SortedWindow window, double median, double deviation) {
    assertThat(window.median()).isEqualTo(Double.valueOf(median));
    assertThat(window.medianDeviation()).isEqualTo(Double.valueOf(deviation));
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
