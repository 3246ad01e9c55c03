package space.maneuver.simulation.planting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.Draws;

class FitResponseTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void switchShowsTheOldOrbitUntilTheDelayAndThenTheNewOne() {
    FitResponse response = new FitResponse(0, .5);

    assertThat(response.rate(.5)).isZero();
    assertThat(response.phase(.5)).isZero();
    assertThat(response.rate(.51)).isEqualTo(1);
    assertThat(response.phase(.51)).isEqualTo(.51);
  }

  /** f = 1/2: 3/4 - 2/8 of the rate, and 5 (2/4 - 1/8) d of drift. */
  @Test
  void spanShowsHalfOfTheRateAfterHalfOfTheSpan() {
    FitResponse response = new FitResponse(5, 0);

    assertThat(response.rate(2.5)).isCloseTo(.5, EXACT);
    assertThat(response.phase(2.5)).isCloseTo(1.875, EXACT);
  }

  @Test
  void lagAlongTheOrbitIsLargestAfterAThirdOfTheSpan() {
    FitResponse response = new FitResponse(9, 0);

    assertThat(3 - response.phase(3)).isCloseTo(9 * 4 / 27., EXACT);
    assertThat(2 - response.phase(2)).isLessThan(9 * 4 / 27.);
    assertThat(4 - response.phase(4)).isLessThan(9 * 4 / 27.);
    assertThat(response.phase(9)).isEqualTo(9);
    assertThat(response.phase(20)).isEqualTo(20);
    assertThat(response.rate(20)).isEqualTo(1);
  }

  /**
   * A least-squares line through positions max(0, t) at times t from u - L to u, evaluated at u,
   * computed by numerical integration.
   */
  @Test
  void spanIsALeastSquaresLineThroughTheBend() {
    double span = 4;
    double u = 1.3;
    int points = 100_000;
    double positions = 0;
    double moments = 0;
    for (int i = 0; i < points; i++) {
      double x = (i + .5) / points - .5;
      double position = Math.max(0, u + (x - .5) * span);
      positions += position / points;
      moments += position * x / points;
    }
    double slope = 12 * moments;

    FitResponse response = new FitResponse(span, 0);

    assertThat(response.rate(u)).isCloseTo(slope / span, within(1e-6));
    assertThat(response.phase(u)).isCloseTo(positions + slope / 2, within(1e-6));
  }

  @Test
  void showsElementsByTheRateAndThePositionByThePhase() {
    Deviation shown = new FitResponse(5, 0).shown(new Deviation(8, 4, 1, -1, 2, -2), 2.5);

    assertThat(shown.meanMotion()).isCloseTo(4, EXACT);
    assertThat(shown.phase()).isCloseTo(4 * 1.875 / 2.5, EXACT);
    assertThat(shown.ex()).isCloseTo(.5, EXACT);
    assertThat(shown.iy()).isCloseTo(-1, EXACT);
  }

  @Test
  void responsesDrawnAreThoseOfTheRegime() {
    Set<FitResponse> low = new HashSet<>();
    Set<FitResponse> high = new HashSet<>();
    Draws draws = Draws.of(1, 1);
    for (int i = 0; i < 2000; i++) {
      low.add(FitResponse.draw(draws, OrbitRegime.LEO));
      high.add(FitResponse.draw(draws, OrbitRegime.GEO));
    }

    assertThat(low).contains(FitResponse.IMMEDIATE, new FitResponse(0, .5), new FitResponse(5, 0));
    assertThat(high).allMatch(each -> each.span() == 0).contains(new FitResponse(0, 1.5));
  }

  @Test
  void refusesNegativeDays() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FitResponse(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new FitResponse(0, Double.NaN));
  }
}
