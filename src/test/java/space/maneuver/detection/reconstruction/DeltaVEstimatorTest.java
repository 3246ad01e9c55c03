package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.detection.reconstruction.BurnTime.Hypothesis;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Estimate;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.detection.reconstruction.Weighted.Outcome;
import space.maneuver.math.Days;
import space.maneuver.orbit.BurnResponse;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.Sgp4History;

class DeltaVEstimatorTest {

  private static final double DAY = 40.4;

  @ParameterizedTest
  @CsvSource({
    "0, 0.02, 0, IN_TRACK",
    "0, -0.05, 0, IN_TRACK",
    "0, 5, 0, IN_TRACK",
    "0, 0, 1, CROSS_TRACK",
    "0, 0.02, -2, CROSS_TRACK",
    "0.5, 0, 0, RADIAL",
    "-2, 0.02, 0, RADIAL",
  })
  void burnInALowOrbitIsEstimatedInSizeAndDirection(
      double radial, double along, double cross, Type type) {
    check(Sgp4History.LOW, radial, along, cross, type);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.3, 0, IN_TRACK",
    "0, -0.3, 0, IN_TRACK",
    "0, 0, 5, CROSS_TRACK",
    "2, 0, 0, RADIAL",
  })
  void burnInAGeostationaryOrbitIsEstimatedInSizeAndDirection(
      double radial, double along, double cross, Type type) {
    check(Sgp4History.GEOSTATIONARY, radial, along, cross, type);
  }

  @Test
  void burnBelowTheNoiseHasNoEstimate() {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(DAY, 0, 1e-5, 0);

    assertThat(at(kicked.every(1, 80), kicked.time(DAY))).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noiseAloneHardlyEverGivesAnEstimate(boolean low) {
    Sgp4History quiet = Sgp4History.noisy(low ? Sgp4History.LOW : Sgp4History.GEOSTATIONARY);
    History history = quiet.every(1, 80);
    DeltaVEstimator estimator = new DeltaVEstimator(history, new Trajectories(history));

    long found =
        IntStream.range(2, 78)
            .filter(day -> estimator.at(certain(quiet.time(day + 0.5)), burns()) != null)
            .count();

    assertThat(found).isLessThan(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void fewElementSetsGiveNoEstimate(int count) {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(0.5, 0, 1, 0);

    assertThat(at(kicked.every(1, count), kicked.time(0.5))).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0.4, 1})
  void neighbouringBurnsDoNotChangeTheEstimate(double neighbour) {
    Sgp4History kicked =
        Sgp4History.noisy(Sgp4History.LOW)
            .burn(DAY - 4, 0, neighbour, 0)
            .burn(DAY, 0, 0.5, 0)
            .burn(DAY + 4, 0, 0, 3 * neighbour);
    History history = kicked.every(1, 80);

    DeltaV found =
        Objects.requireNonNull(
                new DeltaVEstimator(history, new Trajectories(history))
                    .at(
                        certain(kicked.time(DAY)),
                        burns(kicked.time(DAY - 4), kicked.time(DAY + 4))))
            .deltaV();

    assertThat(found.alongTrack()).isCloseTo(0.5, within(3 * found.sigma()));
    assertThat(found.total()).isCloseTo(0.5, within(3 * found.sigma()));
    assertThat(Type.of(found)).isEqualTo(Type.IN_TRACK);
  }

  @Test
  void burnsWithTooFewElementSetsBetweenThemHaveNoEstimate() {
    Sgp4History kicked =
        Sgp4History.noisy(Sgp4History.LOW).burn(DAY, 0, 1, 0).burn(DAY + 2, 0, 1, 0);
    History history = kicked.every(1, 80);
    DeltaVEstimator estimator = new DeltaVEstimator(history, new Trajectories(history));

    assertThat(estimator.at(certain(kicked.time(DAY)), burns(kicked.time(DAY + 2)))).isNull();
    assertThat(estimator.at(certain(kicked.time(DAY + 2)), burns(kicked.time(DAY)))).isNull();
  }

  @Test
  void oppositeBurnsHalfARevolutionApartAreNotEstimatedAsTheirSmallDifference() {
    double halfRevolution = Math.PI / Sgp4History.LOW.meanMotion() / Days.SECONDS;
    Sgp4History kicked =
        Sgp4History.noisy(Sgp4History.LOW)
            .burn(DAY, 0, 0.3, 0)
            .burn(DAY + halfRevolution, 0, -0.28, 0);

    DeltaV found = Objects.requireNonNull(at(kicked.every(1, 80), kicked.time(DAY))).deltaV();

    assertThat(found.alongTrack()).isCloseTo(0.02, within(0.01));
    assertThat(found.total()).isCloseTo(0.58, within(2.1 * found.sigma())).isGreaterThan(0.29);
  }

  @Test
  void burnsOfACampaignAreEstimatedAsTheirSum() {
    Sgp4History kicked =
        Sgp4History.noisy(Sgp4History.LOW).burn(DAY, 0, 0.2, 0).burn(DAY + 1, 0, 0.3, 0);
    History history = kicked.every(1, 80);
    BurnTime first = certain(kicked.time(DAY));
    BurnTime second = certain(kicked.time(DAY + 1));
    BurnTime campaign = BurnTime.campaign(List.of(first, second), second);

    DeltaV sum =
        Objects.requireNonNull(
                new DeltaVEstimator(history, new Trajectories(history))
                    .at(campaign, burns(first.time(), second.time())))
            .deltaV();

    assertThat(campaign.burns()).isEqualTo(2);
    assertThat(campaign.time()).isEqualTo(second.time());
    assertThat(sum.alongTrack()).isCloseTo(0.5, within(2 * sum.sigma()));
  }

  @Test
  void burnInAnEccentricOrbitHasNoEstimate() {
    ElementSet start =
        ElementSetBuilder.at("2020-01-01T12:00:00Z")
            .revolutionsPerDay(2.3)
            .eccentricity(0.7)
            .inclination(63.4)
            .build();
    Sgp4History kicked = Sgp4History.noisy(start).burn(DAY, 0, 5, 0);

    assertThat(at(kicked.every(1, 80), kicked.time(DAY))).isNull();
  }

  @Test
  void elementSetsThatCannotBePropagatedGiveNoEstimate() {
    Sgp4History quiet = Sgp4History.noisy(Sgp4History.LOW);
    List<ElementSet> broken =
        quiet.every(1, 20).elements().stream().map(ElementSetBuilder::broken).toList();

    assertThat(at(History.of(broken), quiet.time(10.5))).isNull();
  }

  private static void check(
      ElementSet start, double radial, double along, double cross, Type type) {
    Sgp4History kicked = Sgp4History.noisy(start).burn(DAY, radial, along, cross);
    double size = Math.sqrt(radial * radial + along * along + cross * cross);

    Estimate estimate = Objects.requireNonNull(at(kicked.every(1, 80), kicked.time(DAY)));
    DeltaV found = estimate.deltaV();
    ComponentSigma sigma = estimate.componentSigma();

    assertThat(sigma.alongTrack()).isPositive();
    assertThat(sigma.crossTrack()).isPositive();
    assertThat(sigma.radial()).isPositive();
    assertThat(Type.of(found)).isEqualTo(type);
    assertThat(found.total()).isCloseTo(size, within(3 * found.sigma()));
    assertThat(found.sigma()).isPositive().isLessThan(0.3 * size);
    if (type == Type.IN_TRACK) {
      assertThat(found.alongTrack()).isCloseTo(along, within(3 * sigma.alongTrack()));
      assertThat(found.radial()).isNull();
    }
    if (type == Type.CROSS_TRACK) {
      assertThat(found.crossTrack()).isCloseTo(Math.abs(cross), within(3 * sigma.crossTrack()));
    }
  }

  private static @Nullable Estimate at(History history, double time) {
    return new DeltaVEstimator(history, new Trajectories(history)).at(certain(time), burns());
  }

  /** A burn whose time is known and that element sets show at once. */
  private static BurnTime certain(double time) {
    Hypothesis atOnce = new Hypothesis(time, new BurnResponse(0, 0));
    return BurnTime.of(time, time, time, new Weighted<>(List.of(new Outcome<>(atOnce, 1))));
  }

  private static Burns burns(Double... times) {
    return new Burns(new TreeSet<>(List.of(times)));
  }
}
