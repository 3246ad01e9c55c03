package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.detection.reconstruction.BurnReconstruction.BurnTime;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.Sgp4History;

class BurnTimeEstimatorTest {

  private static final double HOUR = 1.0 / 24;

  @ParameterizedTest
  @CsvSource({
    // day of the burn, begin of the detected gap in days, its length, m/s along the track
    "40.15, 40, 1, 0.02",
    "40.85, 40, 1, 0.02",
    "40.5, 40, 1, -5",
    "41.2, 40, 2.5, 0.02",
  })
  void burnOfALowOrbitIsTimedWithinHours(double day, double gap, double length, double along) {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(day, 0, along, 0);

    BurnTime found = in(kicked.every(length, 80), kicked.time(gap), kicked.time(gap + length));

    assertThat(found.time()).isCloseTo(kicked.time(day), within(3 * HOUR));
    assertThat(kicked.time(day)).isBetween(found.earliest(), found.latest());
    assertThat(found.latest() - found.earliest()).isLessThan(1.5 * length);
  }

  @ParameterizedTest
  @CsvSource({"40.15, 40, 0.3", "40.85, 40, -0.3"})
  void burnOfAGeostationaryOrbitIsTimedWithinHours(double day, double gap, double along) {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.GEOSTATIONARY).burn(day, 0, along, 0);

    BurnTime found = in(kicked.every(1, 80), kicked.time(gap), kicked.time(gap + 1));

    assertThat(found.time()).isCloseTo(kicked.time(day), within(3 * HOUR));
    assertThat(kicked.time(day)).isBetween(found.earliest(), found.latest());
  }

  @ParameterizedTest
  @CsvSource({"41, 0.02, 41", "39, -0.02, 40"})
  void burnOfANeighbouringGapLeavesTheTimeAtTheNearerEndOfTheGap(
      double gap, double along, double end) {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(40.5, 0, along, 0);

    BurnTime found = in(kicked.every(1, 80), kicked.time(gap), kicked.time(gap + 1));

    assertThat(found.time()).isEqualTo(kicked.time(end));
    assertThat(kicked.time(40.5)).isBetween(found.earliest(), found.latest());
  }

  @Test
  void withoutABurnTheMiddleOfTheGapIsGivenWithAnIntervalWiderThanTheGap() {
    Sgp4History quiet = Sgp4History.noisy(Sgp4History.LOW);

    BurnTime found = in(quiet.every(1, 80), quiet.time(40), quiet.time(41));

    assertThat(found.time()).isCloseTo(quiet.time(40.5), within(8 * HOUR));
    assertThat(found.latest() - found.earliest()).isGreaterThan(1);
  }

  @Test
  void twoElementSetsGiveTheirGap() {
    Sgp4History quiet = Sgp4History.noisy(Sgp4History.LOW);

    BurnTime found = in(quiet.every(10, 2), quiet.time(0), quiet.time(10));

    assertThat(found.time()).isBetween(quiet.time(0), quiet.time(10));
    assertThat(found.latest() - found.earliest()).isGreaterThan(2);
  }

  @Test
  void elementSetsThatCannotBePropagatedAreLeftOut() {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(40.3, 0, 0.02, 0);
    List<ElementSet> elements = new ArrayList<>(kicked.every(1, 80).elements());
    for (int k : new int[] {39, 41, 44}) {
      elements.set(k, ElementSetBuilder.broken(elements.get(k)));
    }

    BurnTime found = in(History.of(elements), kicked.time(40), kicked.time(41));

    assertThat(found.time()).isCloseTo(kicked.time(40.3), within(5 * HOUR));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 76, 77, 78, 79})
  void atTheEndsOfAHistoryTheTimeStaysNearTheGap(int k) {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(k - 0.5, 0, 0.02, 0);

    BurnTime found = in(kicked.every(1, 80), kicked.time(k - 1), kicked.time(k));

    assertThat(found.time()).isBetween(kicked.time(k - 1.1), kicked.time(k + 0.1));
    assertThat(kicked.time(k - 0.5)).isBetween(found.earliest(), found.latest());
  }

  @Test
  void noUsableElementSetGivesTheMiddleOfTheGap() {
    Sgp4History quiet = Sgp4History.noisy(Sgp4History.LOW);
    List<ElementSet> broken =
        quiet.every(1, 10).elements().stream().map(ElementSetBuilder::broken).toList();

    BurnTime found = in(History.of(broken), quiet.time(4), quiet.time(5));

    assertThat(found.time()).isCloseTo(quiet.time(4.5), within(1e-6));
    assertThat(found.earliest()).isLessThan(quiet.time(4.1));
    assertThat(found.latest()).isGreaterThan(quiet.time(4.9));
  }

  private static BurnTime in(History history, double begin, double end) {
    return new BurnTimeEstimator(new Trajectories(history), history.regime()).in(begin, end);
  }
}
