package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;

class SeededSimulationsTest {

  private static final int DAYS = 60;

  /** A LEO satellite that maneuvers rarely enough to have quiet stretches. */
  private final List<LabelledHistory> satellites =
      new HistorySimulator(4)
          .simulate(
              new SimulationSettings(
                  6, SimulationSettings.of(1).start(), 900, 0, List.of(OrbitRegime.LEO)))
          .toList();

  @Test
  void dealsObjectsWithoutBurnsToAllNetworks() {
    SeededSimulations simulations = new SeededSimulations(1, 0, false, 0, OrbitRegime.LEO, 7, DAYS);

    List<List<LabelledHistory>> parts =
        IntStream.range(0, 3)
            .mapToObj(part -> simulations.withoutBurns(satellites, part, 3))
            .toList();

    assertThat(parts).extracting(List::size).containsExactly(3, 2, 2);
    assertThat(parts.stream().flatMap(List::stream))
        .allSatisfy(each -> assertThat(each.burns()).isEmpty());
    assertThat(parts.get(0).get(0).history().elements())
        .isNotEqualTo(parts.get(1).get(0).history().elements());
  }

  @Test
  void objectsWithoutBurnsHaveTheNoiseOfHeldOutSatellites() {
    SeededSimulations simulations =
        new SeededSimulations(1, 0, false, 0, OrbitRegime.LEO, 24, DAYS);

    List<LabelledHistory> recorded = simulations.withoutBurns(satellites, 0, 1);
    List<LabelledHistory> invented = simulations.withoutBurns(List.of(), 0, 1);

    assertThat(recorded).hasSameSizeAs(invented);
    assertThat(of(OrbitRegime.LEO, recorded)).isNotEmpty();
    assertThat(of(OrbitRegime.LEO, recorded)).doesNotContainAnyElementsOf(invented);
    assertThat(of(OrbitRegime.GEO, recorded)).isNotEmpty().isSubsetOf(invented);
  }

  @Test
  void trainingUsesNoiseOfRealSatellitesOnlyOnRequest() {
    SeededSimulations plain = new SeededSimulations(1, 3, false, 0, OrbitRegime.LEO, 0, DAYS);
    SeededSimulations noisy = new SeededSimulations(1, 3, true, 0, OrbitRegime.LEO, 0, DAYS);

    List<LabelledHistory> invented = plain.toTrainOn(satellites);

    assertThat(invented).hasSize(3);
    assertThat(plain.toTrainOn(List.of()).get(0)).isSameAs(invented.get(0));
    assertThat(noisy.toTrainOn(List.of())).isEqualTo(invented);
    assertThat(noisy.toTrainOn(satellites)).hasSize(3).isNotEqualTo(invented);
    assertThat(noisy.toTrainOn(satellites)).isEqualTo(noisy.toTrainOn(satellites));
  }

  @Test
  void passiveObjectsHaveTheNoiseOfTheSatellitesTrainedOn() {
    SeededSimulations simulations = new SeededSimulations(1, 3, false, 2, OrbitRegime.LEO, 0, DAYS);

    List<LabelledHistory> all = simulations.toTrainOn(satellites);

    assertThat(all).hasSize(5);
    assertThat(all.subList(3, 5))
        .allSatisfy(each -> assertThat(each.burns()).isEmpty())
        .allSatisfy(each -> assertThat(each.history().regime()).isEqualTo(OrbitRegime.LEO));
    assertThat(simulations.toTrainOn(satellites.subList(0, 3)).subList(3, 5))
        .isNotEqualTo(all.subList(3, 5));
    assertThat(simulations.toTrainOn(List.of())).hasSize(3);
  }

  @Test
  void passiveObjectsOfAnotherRegimeNeedNoQuietStretchesThere() {
    SeededSimulations simulations = new SeededSimulations(1, 0, false, 2, OrbitRegime.GEO, 0, DAYS);

    assertThat(simulations.toTrainOn(satellites))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.burns()).isEmpty())
        .allSatisfy(each -> assertThat(each.history().regime()).isEqualTo(OrbitRegime.GEO));
  }

  private static List<LabelledHistory> of(OrbitRegime regime, List<LabelledHistory> histories) {
    return histories.stream().filter(each -> each.history().regime() == regime).toList();
  }
}
