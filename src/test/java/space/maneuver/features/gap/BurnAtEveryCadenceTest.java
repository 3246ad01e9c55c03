package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.features.gap.GapChannel.GapValues;
import space.maneuver.orbit.History;
import space.maneuver.testing.Sgp4History;

/** The same burn, at the same part of the gap, seen by element sets so many times a day. */
class BurnAtEveryCadenceTest {

  private static final int STEPS = 30;
  private static final int GAP = 15;
  private static final double DELTA_V = 0.1;

  /** The drift from k-2 and k-3 grows until those, too, come after the burn. */
  private static final Set<GapChannel> LAGGED =
      EnumSet.of(GapChannel.F2_ALONG, GapChannel.F3_ALONG);

  private static final Set<GapChannel> DRIFT =
      EnumSet.of(
          GapChannel.F1_ALONG,
          GapChannel.B1_ALONG,
          GapChannel.EXTRAPOLATION_3,
          GapChannel.EXTRAPOLATION_5);

  private static final Set<GapChannel> RAISE =
      EnumSet.of(
          GapChannel.STEP_AXIS_2,
          GapChannel.STEP_AXIS_3,
          GapChannel.STEP_AXIS_5,
          GapChannel.PHASE_3,
          GapChannel.PHASE_5,
          GapChannel.PHASE_8,
          GapChannel.KINK_3,
          GapChannel.KINK_5,
          GapChannel.KINK_8);

  private final GapValues daily = seen(1);

  @ParameterizedTest
  @ValueSource(doubles = {8, 2, 0.5, 0.3})
  void aBurnHasTheSameSizeAtEveryCadence(double perDay) {
    GapValues values = seen(perDay);

    for (GapChannel channel : GapChannel.values()) {
      double expected = daily.get(channel, GAP);
      double actual = values.get(channel, GAP);
      if (DRIFT.contains(channel)) {
        assertThat(actual).as("%s", channel).isCloseTo(expected, withPercentage(10));
      } else if (RAISE.contains(channel)) {
        assertThat(actual).as("%s", channel).isCloseTo(expected, withPercentage(20));
      } else if (LAGGED.contains(channel)) {
        assertThat(peak(values, channel))
            .as("%s", channel)
            .isCloseTo(peak(daily, channel), withPercentage(20));
      }
    }
  }

  private static double peak(GapValues values, GapChannel channel) {
    return IntStream.rangeClosed(GAP, GAP + 2)
        .mapToDouble(k -> Math.abs(values.get(channel, k)))
        .max()
        .getAsDouble();
  }

  private static GapValues seen(double perDay) {
    double gap = 1 / perDay;
    double step = Math.max(gap, 1);
    int size = (int) Math.round((STEPS - 1) * step / gap) + 1;
    double burn = (GAP - 0.8) * step;
    History history = Sgp4History.burnt(size, gap, burn, DELTA_V);
    ElementSetFeatures features = ElementSetFeatures.of(history);

    assertThat(features.size()).isEqualTo(STEPS);
    return features.values();
  }
}
