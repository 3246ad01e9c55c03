package space.maneuver.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.OrbitRegime;

class MeasuredRegimesTest {

  @Test
  void regimesOfSatellitesWithPublishedBurnsAreMeasured() {
    Map<String, Object> metrics =
        Map.of(
            "regimes",
            Map.of(
                "LEO", figures("CryoSat-2", "simulated-00003"),
                "GEO", figures("simulated-00001"),
                "HEO", figures()));

    assertThat(MeasuredRegimes.of(metrics)).containsExactly(OrbitRegime.LEO);
  }

  @Test
  void metricsOfAnotherFormMeasureNothing() {
    for (Object regimes : List.of("LEO", Map.of("LEO", 0.9), Map.of("LEO", Map.of("events", 1)))) {
      assertThat(MeasuredRegimes.of(Map.of("regimes", regimes))).isEmpty();
    }
    assertThat(MeasuredRegimes.of(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm", "maneuver-lstm-daily"})
  void bundledModelsAreMeasuredInLowAndGeostationaryOrbits(String name) {
    ModelBundle bundle = BundleReader.readFromClassPath(name).description();

    assertThat(bundle.measuredRegimes())
        .containsExactlyInAnyOrder(OrbitRegime.LEO, OrbitRegime.GEO);
  }

  private static Map<String, Object> figures(String... satellites) {
    return Map.of(
        "events",
        Map.of(
            "gap",
            Map.of(
                "satellites",
                Arrays.stream(satellites).collect(Collectors.toMap(each -> each, each -> 1)))));
  }
}
