package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.History;
import space.maneuver.orbit.MadeUpHistory;

class DeltaVEstimatorTest {

  /** Just before the element set of day 40. */
  private static final double TIME = 40.3;

  private static final int GAP = 40;

  @ParameterizedTest
  @ValueSource(doubles = {0.05, -0.05, 0.5, -3, 10})
  void alongTrackBurnIsThatOfGaussEquationsWithItsSign(double deltaV) {
    DeltaV found = at(new MadeUpHistory(1).burn(TIME, deltaV, 0).days(80));

    assertThat(found.alongTrack()).isCloseTo(deltaV, withinPercentage(5));
    assertThat(found.crossTrack()).isLessThan(Math.abs(deltaV));
    assertThat(found.total()).isCloseTo(Math.abs(deltaV), withinPercentage(5));
    assertThat(found.sigma()).isPositive().isLessThan(0.01);
    assertThat(found.radial()).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, -2, 10})
  void crossTrackBurnIsThatOfGaussEquationsWithoutASign(double deltaV) {
    DeltaV found = at(new MadeUpHistory(2).burn(TIME, 0, deltaV).days(80));

    assertThat(found.crossTrack()).isCloseTo(Math.abs(deltaV), withinPercentage(5));
    assertThat(found.alongTrack()).isCloseTo(0, within(0.01));
    assertThat(found.total()).isCloseTo(Math.abs(deltaV), withinPercentage(5));
  }

  @Test
  void burnInBothDirectionsGivesBoth() {
    DeltaV found = at(new MadeUpHistory(3).burn(TIME, 1.5, 2).days(80));

    assertThat(found.alongTrack()).isCloseTo(1.5, withinPercentage(5));
    assertThat(found.crossTrack()).isCloseTo(2, withinPercentage(5));
    assertThat(found.total()).isCloseTo(2.5, withinPercentage(5));
  }

  @Test
  void noiseAloneGivesNone() {
    History history = new MadeUpHistory(4).days(80);
    DeltaVEstimator estimator = new DeltaVEstimator(history);

    for (int gap = 1; gap < history.size(); gap++) {
      assertThat(estimator.at(gap)).as("gap %d", gap).isNull();
    }
  }

  @Test
  void burnSmallerThanTheNoiseGivesNone() {
    History history = new MadeUpHistory(5).burn(TIME, 1e-4, 0).days(80);

    assertThat(new DeltaVEstimator(history).at(GAP)).isNull();
  }

  @Test
  void nodeThatPassesAFullTurnIsNoBurn() {
    // At about one degree a day the node passes 360 degrees within a year.
    History history = new MadeUpHistory(6).days(400);
    DeltaVEstimator estimator = new DeltaVEstimator(history);

    int turns = 0;
    for (int gap = 1; gap < history.size(); gap++) {
      double before = history.elements().get(gap - 1).rightAscension();
      if (history.elements().get(gap).rightAscension() < before - 3) {
        turns++;
        assertThat(estimator.at(gap)).isNull();
      }
    }
    assertThat(turns).isEqualTo(1);
  }

  private static DeltaV at(History history) {
    return Objects.requireNonNull(new DeltaVEstimator(history).at(GAP));
  }
}
