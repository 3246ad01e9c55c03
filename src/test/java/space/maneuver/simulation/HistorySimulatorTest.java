package space.maneuver.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.orbit.label.LabelledHistory;

class HistorySimulatorTest {

  private static final List<OrbitRegime> ALL = List.of(OrbitRegime.values());

  @Test
  void sameSeedGivesTheSameHistoriesForAnyNumberOfObjectsAndInParallel() {
    List<LabelledHistory> first = new HistorySimulator(7).simulate(settings(4, 0.5, ALL)).toList();
    List<LabelledHistory> again =
        new HistorySimulator(7).simulate(settings(6, 0.5, ALL)).parallel().limit(4).toList();
    List<LabelledHistory> other = new HistorySimulator(8).simulate(settings(4, 0.5, ALL)).toList();

    assertThat(again).isEqualTo(first);
    assertThat(other).doesNotContainAnyElementsOf(first);
  }

  @Test
  void debrisNeverManeuvers() {
    List<LabelledHistory> histories =
        new HistorySimulator(3).simulate(settings(6, 1, ALL)).toList();

    assertThat(histories).allMatch(each -> each.burns().isEmpty());
    assertThat(histories)
        .extracting(each -> each.history().last().objectClass())
        .contains(ObjectClass.DEBRIS, ObjectClass.ROCKET_BODY);
  }

  @ParameterizedTest
  @EnumSource(OrbitRegime.class)
  void activeSatellitesStayInTheirRegimeAndManeuver(OrbitRegime regime) {
    List<LabelledHistory> histories =
        new HistorySimulator(5).simulate(settings(4, 0, List.of(regime))).toList();

    assertThat(histories).allMatch(each -> each.history().regime() == regime);
    assertThat(histories).anyMatch(each -> !each.burns().isEmpty());
    for (LabelledHistory each : histories) {
      Instant end = each.history().last().epoch();
      assertThat(each.burns()).allMatch(burn -> burn.start().isBefore(end));
      assertThat(each.burns()).allMatch(burn -> !burn.end().isBefore(burn.start()));
      assertThat(each.burns()).extracting(Burn::total).allMatch(total -> total > 0 && total < 60);
    }
  }

  @ParameterizedTest
  @EnumSource(OrbitRegime.class)
  void electricThrustIsLongAndWeakAndChangesTheOrbitByItsWholeDeltaV(OrbitRegime regime) {
    List<LabelledHistory> histories =
        new HistorySimulator(5).simulate(electric(6, 1, List.of(regime))).toList();

    assertThat(histories).allMatch(each -> each.history().regime() == regime);
    List<Double> ratios = new ArrayList<>();
    for (LabelledHistory each : histories) {
      for (Burn burn : each.burns()) {
        double seconds = Duration.between(burn.start(), burn.end()).toMillis() / 1e3;
        assertThat(burn.total() / seconds).isBetween(1e-5, 1e-3);
        assertThat(seconds).isLessThan(21 * 86_400.0);
        if (burn.total() > 0.3 && regime != OrbitRegime.HEO) {
          change(each, burn).ifPresent(change -> ratios.add(change / burn.alongTrack()));
        }
      }
    }
    // Drag, other thrust and the orbit fits move individual values.
    if (regime != OrbitRegime.HEO) {
      ratios.sort(null);
      assertThat(ratios.get(ratios.size() / 2)).isBetween(0.9, 1.1);
    }
  }

  /** Returns the delta-v, m/s, implied by the semi-major axis a week before and after a thrust. */
  private static Optional<Double> change(LabelledHistory history, Burn burn) {
    List<ElementSet> elements = history.history().elements();
    Instant from = burn.start().minus(Duration.ofDays(1));
    Instant to = burn.end().plus(Duration.ofDays(7));
    Optional<ElementSet> before =
        elements.stream().filter(each -> each.epoch().isBefore(from)).reduce((a, b) -> b);
    Optional<ElementSet> after =
        elements.stream().filter(each -> each.epoch().isAfter(to)).findFirst();
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    ElementSet last = before.get();
    double kilometres = after.get().semiMajorAxis() - last.semiMajorAxis();
    return Optional.of(kilometres * 1000 * last.meanMotion() / 2);
  }

  @Test
  void electricShareDoesNotChangeOtherObjects() {
    List<LabelledHistory> chemical = simulate(0);
    List<LabelledHistory> electric = simulate(1);

    List<LabelledHistory> mixed = simulate(0.5);

    int changed = 0;
    int unchanged = 0;
    for (int i = 0; i < mixed.size(); i++) {
      assertThat(mixed.get(i)).isIn(chemical.get(i), electric.get(i));
      if (!chemical.get(i).equals(electric.get(i))) {
        changed += mixed.get(i).equals(electric.get(i)) ? 1 : 0;
        unchanged += mixed.get(i).equals(chemical.get(i)) ? 1 : 0;
      }
    }
    assertThat(changed).isPositive();
    assertThat(unchanged).isPositive();
  }

  private static List<LabelledHistory> simulate(double electricShare) {
    SimulationSettings usual = settings(8, 0.25, ALL);
    return new HistorySimulator(7)
        .simulate(new SimulationSettings(8, usual.start(), usual.days(), 0.25, electricShare, ALL))
        .toList();
  }

  @Test
  void elementSetsFitIntoATle() {
    LabelledHistory history =
        new HistorySimulator(1).simulate(settings(1, 0, ALL)).findFirst().orElseThrow();

    for (ElementSet each : history.history().elements()) {
      assertThat(TleWriter.rounded(each)).isEqualTo(each);
    }
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 0, ALL));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 1.1, ALL));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 0, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> electric(1, -0.1, ALL));
  }

  private static SimulationSettings electric(
      int objects, double electricShare, List<OrbitRegime> regimes) {
    Instant start = Instant.parse("2012-01-01T00:00:00Z");
    return new SimulationSettings(objects, start, 400, 0, electricShare, regimes);
  }

  static SimulationSettings settings(int objects, double passiveShare, List<OrbitRegime> regimes) {
    Instant start = Instant.parse("2012-01-01T00:00:00Z");
    return new SimulationSettings(objects, start, 200, passiveShare, regimes);
  }
}
