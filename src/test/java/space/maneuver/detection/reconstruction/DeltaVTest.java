package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;

class DeltaVTest {

  @ParameterizedTest
  @CsvSource({
    ", 0.3, 0, 0.3",
    ", -0.3, 0, -0.3",
    "0.1, -0.3, 0.2, -0.374",
    ", -0.3, 0.4, 0.5",
    "0.4, -0.3, 0, 0.5"
  })
  void totalHasASignWhereTheOrbitIsRaisedOrLowered(
      @Nullable Double radial, double along, double cross, double signed) {
    double total = Math.abs(signed);

    assertThat(new DeltaV(radial, along, cross, total, 0.01).signedTotal()).isEqualTo(signed);
  }
}
