package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;

/** The bundled model on burns that follow each other within days. */
class CampaignTest {

  private static final Duration SOONEST = Duration.ofDays(2);
  private static final Duration LATEST = Duration.ofDays(6);
  private static final double CLEAR = 0.02;

  @Test
  void burnsSomeDaysApartAreSeparateManeuvers() {
    SimulationSettings settings =
        new SimulationSettings(
            12, Instant.parse("2010-01-01T00:00:00Z"), 700, 0, List.of(OrbitRegime.LEO));
    try (ManeuverModel model =
        ManeuverModel.start(BundleReader.readFromClassPath("maneuver-lstm"))) {
      Detector detector = new Detector(model, SolarFlux.NONE);
      List<Boolean> both =
          new HistorySimulator(4)
              .simulate(settings)
              .flatMap(history -> pairsFound(history, detector))
              .toList();

      assertThat(both).hasSizeGreaterThan(10);
      assertThat(both.stream().filter(found -> found).count()).isGreaterThan(both.size() / 2);
    }
  }

  /** Of each pair of clear burns with some days between them: whether each has its maneuver. */
  private static Stream<Boolean> pairsFound(LabelledHistory labelled, Detector detector) {
    List<Burn> burns = labelled.burns();
    List<Maneuver> found = detector.detect(labelled.history(), null).maneuvers();
    return IntStream.range(1, burns.size())
        .filter(i -> clear(burns.get(i - 1)) && clear(burns.get(i)))
        .filter(
            i -> {
              Duration between = Duration.between(burns.get(i - 1).end(), burns.get(i).start());
              return between.compareTo(SOONEST) > 0 && between.compareTo(LATEST) < 0;
            })
        .mapToObj(i -> has(found, burns.get(i - 1)) && has(found, burns.get(i)));
  }

  private static boolean clear(Burn burn) {
    return Math.abs(burn.alongTrack()) > CLEAR;
  }

  private static boolean has(List<Maneuver> found, Burn burn) {
    return found.stream()
        .anyMatch(
            each ->
                each.epoch().isAfter(burn.start().minus(Duration.ofDays(1)))
                    && each.epoch().isBefore(burn.end().plus(Duration.ofDays(1))));
  }
}
