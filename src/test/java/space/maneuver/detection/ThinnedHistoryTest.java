package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.Sgp4History;

/** The bundled model on one history at several cadences. */
class ThinnedHistoryTest {

  private static final ManeuverModel MODEL =
      ManeuverModel.start(BundleReader.readFromClassPath("maneuver-lstm"));

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @ParameterizedTest
  @CsvSource({"60.3, 0.02", "75.8, -0.01", "90.55, 0.2"})
  void eightElementSetsADayGiveTheEventsOfOneADay(double day, double alongTrack) {
    History dense =
        Sgp4History.noisy(Sgp4History.LOW).burn(day, 0, alongTrack, 0).every(0.125, 8 * 130);
    List<ElementSet> daily = new ArrayList<>();
    for (int k = 0; k < dense.size(); k += 8) {
      daily.add(dense.elements().get(k));
    }

    List<Maneuver> seen = detect(dense);
    List<Maneuver> thinned = detect(History.of(daily));

    assertThat(seen).hasSize(1);
    assertThat(thinned).hasSize(1);
    assertThat(Duration.between(seen.get(0).epoch(), thinned.get(0).epoch()).abs())
        .isLessThan(Duration.ofHours(12));
    assertThat(seen.get(0).confidence()).isCloseTo(thinned.get(0).confidence(), within(0.1));
    assertThat(seen.get(0).type()).isEqualTo(thinned.get(0).type());
  }

  private static List<Maneuver> detect(History history) {
    return new Detector(MODEL, SolarFlux.NONE).detect(history, null).maneuvers();
  }
}
