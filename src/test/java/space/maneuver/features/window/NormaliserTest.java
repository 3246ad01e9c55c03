package space.maneuver.features.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.DailySeries;
import space.maneuver.features.Rows;
import space.maneuver.features.SolarFlux;
import space.maneuver.testing.KeplerHistory;

class NormaliserTest {

  private static final float MISSING = Float.NaN;
  private static final Offset<Float> TOLERANCE = within(1e-6f);

  private final Normaliser normaliser =
      new Normaliser(
          List.of(
              ChannelScaling.window(0.1), ChannelScaling.fixed(10, 2), ChannelScaling.unused()));

  @Test
  void followsTheFormula() {
    // First column: median 2, median absolute deviation 1, so the scale is 1.4826.
    float[] result =
        normaliser.apply(
            window(
                1, 10, 5, 2, 14, 5, 4, MISSING, 5, MISSING, 6, MISSING, MISSING, MISSING, MISSING));

    assertThat(result)
        .containsExactly(
            new float[] {
              -0.5155091f,
              0,
              0,
              1,
              0,
              1.0986123f,
              0,
              1,
              0.8539818f,
              0,
              0,
              1,
              0,
              -1.0986123f,
              0,
              1,
              0,
              0,
              0,
              0
            },
            TOLERANCE);
  }

  @Test
  void medianOfAnEvenNumberIsTheMiddle() {
    // Median 3, absolute deviations 3, 1, 1, 5, so the scale is 1.4826 * 2.
    float[] result = firstColumn(0, 2, 4, 8);

    assertThat(result)
        .containsExactly(new float[] {-0.6989981f, -0.2906118f, 0.2906118f, 0.9881376f}, TOLERANCE);
  }

  @Test
  void quietChannelIsScaledByTheFloor() {
    assertThat(firstColumn(5, 5, 5, 5.3f, 5))
        .containsExactly(new float[] {0, 0, 0, (float) Math.log(4), 0}, TOLERANCE);
  }

  @Test
  void singleNumberIsItsOwnMedian() {
    assertThat(firstColumn(MISSING, 1e6f, MISSING)).containsExactly(0, 0, 0);
  }

  @Test
  void windowOfMissingDaysIsAllZero() {
    float[] values = new float[30 * 3];
    Arrays.fill(values, MISSING);

    assertThat(normaliser.apply(window(values))).hasSize(30 * 4).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({"3.4e38", "-3.4e38", "1e-45"})
  void extremeNumbersStayFinite(float extreme) {
    float[] result =
        normaliser.apply(window(extreme, extreme, extreme, 0, 0, 0, -extreme, -extreme, 0));

    for (float value : result) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void whatAnArrayHeldBeforeIsOverwrittenAsFarAsTheWindowGoes() {
    FeatureWindow window = window(3, Float.NaN, 5, Float.NaN, Float.NaN, Float.NaN, 2, 6, 5);
    float[] used = new float[14];
    Arrays.fill(used, 7);

    normaliser.apply(window, used);

    assertThat(Arrays.copyOf(used, 12)).containsExactly(normaliser.apply(window));
    assertThat(Arrays.copyOfRange(used, 12, 14)).containsOnly(7);
  }

  @Test
  void windowItselfIsNotChanged() {
    float[] values = {3, 10, 5, 1, 14, 5, 2, 6, 5};
    normaliser.apply(window(values));

    assertThat(values).containsExactly(3, 10, 5, 1, 14, 5, 2, 6, 5);
  }

  @Test
  void windowOfAnotherWidthIsRefused() {
    FeatureWindow narrow = new FeatureWindow(null, null, null, 30, 2, new float[60]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> normaliser.apply(narrow))
        .withMessageContaining("2")
        .withMessageContaining("3");
  }

  @Test
  void satellitesOwnNoiseIsTheUnitOfItsRates() {
    FeatureWindow quiet =
        DailySeries.of(new KeplerHistory(5).days(30), SolarFlux.NONE).window(0, 30);
    float[] values = quiet.values().clone();
    for (int i = 0; i < values.length; i++) {
      if (i % quiet.width() < 4) {
        values[i] *= 7;
      }
    }
    FeatureWindow noisy = new FeatureWindow(null, null, null, 30, quiet.width(), values);
    Normaliser daily = DailyFeatures.normaliser(false);

    assertThat(values).isNotEqualTo(quiet.values());
    assertThat(daily.apply(noisy)).containsExactly(daily.apply(quiet), within(1e-4f));
  }

  @Test
  void modelWithoutSolarFluxDoesNotSeeIt() {
    float[] values = new float[DailyFeatures.SCHEMA.width()];
    values[Rows.FLUX] = 170;
    FeatureWindow day = new FeatureWindow(null, null, null, 1, values.length, values);

    assertThat(DailyFeatures.normaliser(false).apply(day)[Rows.FLUX]).isZero();
    assertThat(DailyFeatures.normaliser(true).apply(day)[Rows.FLUX])
        .isCloseTo((float) Math.log(2), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-17, 3e-16, 1e-9, 0.3, 0.999, 1, 1.001, 7, 1e9, 1e300})
  void compressesToTheLastPlaceOfAFloat(double z) {
    float expected = (float) Math.log1p(z);

    assertThat(Normaliser.compress(z)).isCloseTo(expected, within(Math.ulp(expected)));
    assertThat(Normaliser.compress(-z)).isCloseTo(-expected, within(Math.ulp(expected)));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "Infinity, 1", "0, 0", "0, -1", "0, NaN", "0, Infinity"})
  void scalingOfNoUseIsRefused(double centre, double scale) {
    assertThatIllegalArgumentException().isThrownBy(() -> ChannelScaling.fixed(centre, scale));
  }

  private float[] firstColumn(float... values) {
    float[] padded = new float[values.length * 3];
    for (int i = 0; i < values.length; i++) {
      padded[i * 3] = values[i];
    }
    float[] result = normaliser.apply(window(padded));
    float[] column = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      column[i] = result[i * 4];
    }
    return column;
  }

  private static FeatureWindow window(float... values) {
    return new FeatureWindow(null, null, null, values.length / 3, 3, values);
  }
}
