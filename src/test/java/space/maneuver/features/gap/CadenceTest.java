package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

  private static final int LAST = 59;

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 1.5})
  void aStepIsADayWhereStepsAreDense(double gap) {
    Cadence cadence = every(gap);

    assertThat(cadence.typicalGap(LAST)).isEqualTo(1);
    for (GapChannel channel : GapChannel.values()) {
      assertThat(channel.stretch(cadence, LAST)).isEqualTo(1);
    }
    assertThat(GapChannel.PHASE_8.lookAhead(cadence, LAST)).isEqualTo(8);
    assertThat(GapChannel.STEP_AXIS_5.lookAhead(cadence, LAST)).isEqualTo(4);
    assertThat(GapChannel.EXTRAPOLATION_5.lookAhead(cadence, LAST)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2, 4, 4, 2, 2", "3, 3, 3, 2, 1", "10, 1, 3, 2, 1"})
  void aSpanKeepsItsLengthWhereStepsAreFarApart(
      double gap, int phase8, int kink8, int kink3, int lag3) {
    Cadence cadence = every(gap);

    assertThat(GapChannel.PHASE_8.side(cadence, LAST)).isEqualTo(phase8);
    assertThat(GapChannel.KINK_8.side(cadence, LAST)).isEqualTo(kink8);
    assertThat(GapChannel.KINK_3.side(cadence, LAST)).isEqualTo(kink3);
    assertThat(GapChannel.F3_ALONG.side(cadence, LAST)).isEqualTo(lag3);
    assertThat(GapChannel.F3_ALONG.stretch(cadence, LAST)).isEqualTo(lag3 * gap / 3);
    assertThat(GapChannel.PHASE_8.lookAhead(cadence, LAST)).isEqualTo(phase8);
    assertThat(GapChannel.KINK_8.lookAhead(cadence, LAST)).isEqualTo(kink8 - 1);
  }

  @Test
  void aFewGapsAreNotYetACadence() {
    Cadence cadence = every(4);

    assertThat(cadence.typicalGap(4)).isEqualTo(1);
    assertThat(cadence.typicalGap(5)).isEqualTo(4);
  }

  @Test
  void oneLongGapIsNotTypical() {
    double[] days = new double[LAST + 1];
    Arrays.setAll(days, k -> k < 30 ? k : k + 12);

    assertThat(new Cadence(days).typicalGap(30)).isEqualTo(1);
  }

  private static Cadence every(double gap) {
    double[] days = new double[LAST + 1];
    Arrays.setAll(days, k -> gap * k);
    return new Cadence(days);
  }
}
