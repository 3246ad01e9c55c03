package space.maneuver.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediansTest {

  private static final int SPREAD = 4;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 30, 59, 60})
  void deviationOfSortedValuesIsTheMedianOfTheirDistances(int count) {
    Random random = new Random(count);
    for (int run = 0; run < 20; run++) {
      // Every other time whole numbers, so that there are ties.
      boolean ties = run % 2 == 0;
      double[] values =
          random
              .doubles(count)
              .map(each -> ties ? Math.rint(SPREAD * each) : SPREAD * each)
              .toArray();
      double median = Medians.of(values);
      double[] distances = Arrays.stream(values).map(each -> Math.abs(each - median)).toArray();
      Arrays.sort(values);

      assertThat(Medians.deviation(values, count, median)).isEqualTo(Medians.of(distances));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void deviationOfNoValuesIsNotANumber(int length) {
    assertThat(Medians.deviation(new double[length], 0, Double.NaN)).isNaN();
  }
}
