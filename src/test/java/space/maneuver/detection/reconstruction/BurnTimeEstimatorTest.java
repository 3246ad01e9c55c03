package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.math.Days;
import space.maneuver.orbit.BurnResponse;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.Sgp4History;

class BurnTimeEstimatorTest {

  private static final double HOUR = 1.0 / 24;
  private static final double NONE_BEFORE = Double.NEGATIVE_INFINITY;
  private static final double NONE_AFTER = Double.POSITIVE_INFINITY;

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
  @CsvSource({"41, 0.02", "39, -0.02", "42, 0.2"})
  void burnOfANeighboringGapIsTimedOutsideTheNamedOne(double gap, double along) {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(40.5, 0, along, 0);

    BurnTime found = in(kicked.every(1, 80), kicked.time(gap), kicked.time(gap + 1));

    assertThat(found.time()).isCloseTo(kicked.time(40.5), within(6 * HOUR));
    assertThat(kicked.time(40.5)).isBetween(found.earliest(), found.latest());
  }

  @ParameterizedTest
  @CsvSource({
    // span of the batch fit, delay in days, m/s along the track, day of the named gap
    "5, 0, 0.02, 41",
    "5, 0, -0.01, 42",
    "10, 0, 0.05, 42",
    "0, 0.5, 0.02, 40",
    "0, 1.5, 0.02, 41",
  })
  void burnThatElementSetsShowLateIsTimedAtItsOwnTime(
      double span, double delay, double along, double gap) {
    double day = 40.3;
    Sgp4History quiet = Sgp4History.noisy(Sgp4History.LOW);
    History lagged = lagged(quiet, quiet.time(day), along, new BurnResponse(span, delay));

    BurnTime found = in(lagged, quiet.time(gap), quiet.time(gap + 1));

    assertThat(found.time()).isCloseTo(quiet.time(day), within(14 * HOUR));
    assertThat(quiet.time(day)).isBetween(found.earliest(), found.latest());
  }

  /** A daily history whose mean motion and anomaly respond to a burn along the track. */
  private static History lagged(
      Sgp4History quiet, double time, double along, BurnResponse response) {
    List<ElementSet> elements = new ArrayList<>();
    for (ElementSet set : quiet.every(1, 80).elements()) {
      double change = -3 * along / (1000 * set.semiMajorAxis());
      double days = set.epochDays() - time;
      elements.add(
          ElementSetBuilder.of(set)
              .plus(
                  change * response.rate(days),
                  0,
                  0,
                  0,
                  change * Days.SECONDS * response.phase(days))
              .build());
    }
    return History.of(elements);
  }

  @Test
  void elementSetsBeyondASureNeighborAreNotUsed() {
    Sgp4History alone = Sgp4History.noisy(Sgp4History.LOW).burn(40.3, 0, 0.02, 0);
    Sgp4History followed =
        Sgp4History.noisy(Sgp4History.LOW).burn(40.3, 0, 0.02, 0).burn(44.3, 0, -3, 0);
    BurnTimeEstimator cut = estimator(followed.every(1, 80));

    BurnTime without =
        estimator(alone.every(1, 80))
            .in(alone.time(40), alone.time(41), NONE_BEFORE, alone.time(44));
    BurnTime with = cut.in(alone.time(40), alone.time(41), NONE_BEFORE, alone.time(44));

    assertThat(with.time()).isCloseTo(without.time(), within(HOUR));
    assertThat(with.latest() - with.earliest()).isLessThan(1);
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

    assertThat(found.time()).isCloseTo(quiet.time(4.5), within(HOUR));
    assertThat(found.earliest()).isLessThan(quiet.time(4.1));
    assertThat(found.latest()).isGreaterThan(quiet.time(4.9));
  }

  private static BurnTime in(History history, double begin, double end) {
    return estimator(history).in(begin, end, NONE_BEFORE, NONE_AFTER);
  }

  private static BurnTimeEstimator estimator(History history) {
    return new BurnTimeEstimator(new Trajectories(history), history.regime());
  }
}
