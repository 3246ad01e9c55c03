package space.maneuver.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.LabelledHistory;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.TleWriter;

class HistorySimulatorTest {

  private static final List<OrbitRegime> ALL = List.of(OrbitRegime.values());

  @Test
  void aSeedGivesTheSameHistoriesHoweverManyAreAskedForAndInParallel() {
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

  @Test
  void elementSetsAreWhatATleCanHold() {
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
  }

  static SimulationSettings settings(int objects, double passiveShare, List<OrbitRegime> regimes) {
    Instant start = Instant.parse("2012-01-01T00:00:00Z");
    return new SimulationSettings(objects, start, 200, passiveShare, regimes);
  }
}
