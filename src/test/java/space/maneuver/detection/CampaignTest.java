package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.BundleReader;
import space.maneuver.model.ManeuverModel;
import space.maneuver.orbit.MadeUpHistory;

/** The bundled model on burns that follow each other soon. */
class CampaignTest {

  private static final ManeuverModel MODEL =
      ManeuverModel.start(BundleReader.readFromClassPath("maneuver-lstm"));

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 3, 5})
  void everyBurnOfACampaignIsAManeuver(double daysBetween) {
    double[] burns = {60.2, 60.2 + daysBetween, 60.2 + 2 * daysBetween};
    MadeUpHistory history = new MadeUpHistory(3);
    for (double day : burns) {
      history.burn(day, 0.05, 0);
    }

    List<Maneuver> found =
        new ManeuverDetector(MODEL, SolarFlux.NONE).detect(history.days(130), null).maneuvers();

    assertThat(found).hasSize(burns.length);
    for (int i = 0; i < burns.length; i++) {
      double day =
          (found.get(i).epoch().toEpochMilli() - MadeUpHistory.START.toEpochMilli()) / 86_400_000.0;
      assertThat(day).isCloseTo(burns[i], within(1.0));
    }
  }
}
