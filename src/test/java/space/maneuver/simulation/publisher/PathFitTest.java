package space.maneuver.simulation.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import space.maneuver.math.Days;
import space.maneuver.simulation.publisher.OrbitFit.PathFit;

class PathFitTest {

  private static final double[] AGES =
      IntStream.rangeClosed(0, 20).mapToDouble(i -> i / 5.0).toArray();

  @Test
  void recoversAParabolaOverTime() {
    double[] places = new double[AGES.length];
    for (int i = 0; i < AGES.length; i++) {
      double seconds = -AGES[i] * Days.SECONDS;
      places[i] = 3e-5 + 2e-10 * seconds + 0.5 * 4e-16 * seconds * seconds;
    }

    PathFit fit = PathFit.of(AGES, places, 0);

    assertThat(fit.place()).isEqualTo(3e-5, within(1e-12));
    assertThat(fit.rate()).isEqualTo(2e-10, within(1e-17));
    assertThat(fit.acceleration()).isEqualTo(4e-16, within(1e-22));
  }

  @Test
  void fitsAStraightLineThroughTheBendOfABurnInTheMiddle() {
    double[] places = new double[AGES.length];
    for (int i = 0; i < AGES.length; i++) {
      places[i] = Math.max(0, AGES[i] - 2) * Days.SECONDS * 1e-9;
    }

    PathFit fit = PathFit.of(AGES, places, Double.POSITIVE_INFINITY);

    assertThat(fit.rate()).isEqualTo(-0.5e-9, within(1e-11));
    assertThat(fit.acceleration()).isEqualTo(0, within(1e-18));
  }
}
