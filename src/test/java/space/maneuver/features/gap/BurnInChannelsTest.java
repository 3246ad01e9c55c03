package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.features.gap.GapChannel.GapValues;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.History;
import space.maneuver.testing.Sgp4History;

/** Burns of known size; expected are Gauss' equations for a circular orbit. */
class BurnInChannelsTest {

  private static final int DAYS = 30;
  private static final int GAP = 15;

  /** The burn lies a fifth of a day after the element set before the gap. */
  private static final double BURN = GAP - 0.8;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 1, -0.1})
  void aBurnAlongTheTrackLeavesTheDriftOfGauss(double deltaV) {
    GapValues values = values(Sgp4History.burnt(DAYS, 1, BURN, deltaV));

    double drift = -3 * deltaV / 1000 * (GAP - BURN) * 86_400;
    assertThat(values.get(GapChannel.F1_ALONG, GAP)).isCloseTo(drift, withPercentage(5));
    assertThat(values.get(GapChannel.F2_ALONG, GAP)).isCloseTo(drift, withPercentage(5));
    assertThat(values.get(GapChannel.F3_ALONG, GAP)).isCloseTo(drift, withPercentage(5));
    assertThat(values.get(GapChannel.EXTRAPOLATION_3, GAP)).isCloseTo(drift, withPercentage(5));
  }

  @ParameterizedTest
  @EnumSource(
      value = GapChannel.class,
      names = {"STEP_AXIS_2", "STEP_AXIS_3", "STEP_AXIS_5", "PHASE_8", "KINK_8"})
  void aBurnAlongTheTrackRaisesTheOrbit(GapChannel channel) {
    assertRaised(Sgp4History.burnt(DAYS, 1, BURN, 0.1), channel);
  }

  /** Later, the drift moves the orbit's J2 oscillation too. */
  @Test
  void aBurnJustBeforeAnElementSetRaisesItsOsculatingAxis() {
    assertRaised(Sgp4History.burnt(DAYS, 1, GAP - 0.05, 0.1), GapChannel.F1_AXIS);
  }

  @Test
  void quietGapsShowNothing() {
    GapValues values = values(Sgp4History.quiet(DAYS, 1));

    for (GapChannel channel : List.of(GapChannel.F1_ALONG, GapChannel.F1_CROSS)) {
      assertThat(values.get(channel, GAP)).isBetween(-1e-3, 1e-3);
    }
  }

  private static void assertRaised(History history, GapChannel channel) {
    double axis = history.first().semiMajorAxis();
    double raised = 2 * axis * 0.1e-3 / Math.sqrt(Wgs72.MU / axis);
    assertThat(values(history).get(channel, GAP)).isCloseTo(raised, withPercentage(5));
  }

  private static GapValues values(History history) {
    return ElementSetFeatures.of(history).values();
  }
}
