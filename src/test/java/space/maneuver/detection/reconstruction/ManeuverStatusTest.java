package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.detection.reconstruction.BurnReconstruction.Burn;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.testing.Sgp4History;

class ManeuverStatusTest {

  @ParameterizedTest
  @CsvSource({
    "LEO, 4, PROVISIONAL",
    "LEO, 5, CONFIRMED",
    "GEO, 2, PROVISIONAL",
    "GEO, 3, CONFIRMED",
    "HEO, 4, PROVISIONAL",
    "MEO, 5, CONFIRMED"
  })
  void elementSetsThatFollowConfirm(OrbitRegime regime, int days, Status status) {
    assertThat(Status.after(days, regime)).isEqualTo(status);
  }

  @Test
  void severalElementSetsOfADayCountAsOne() {
    Sgp4History low = Sgp4History.noisy(Sgp4History.LOW);
    History dense = low.every(0.125, 8 * 10);
    BurnReconstruction reconstruction = new BurnReconstruction(dense);
    double late = low.time(7);
    double early = low.time(4);

    assertThat(reconstruction.status(at(late), 0)).isEqualTo(Status.PROVISIONAL);
    assertThat(reconstruction.status(at(early), 0)).isEqualTo(Status.CONFIRMED);
    assertThat(reconstruction.status(at(late), 2)).isEqualTo(Status.CONFIRMED);
  }

  private static Burn at(double time) {
    return new Burn(1, Kind.BURN, time, time, time, 1, time, null, 0);
  }
}
