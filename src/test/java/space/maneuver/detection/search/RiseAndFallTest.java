package space.maneuver.detection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.search.DailySearch.RiseAndFall;

class RiseAndFallTest {

  private static final int DAYS = 90;
  private static final int WINDOW = 30;

  @Test
  void oneBurnRisesAndFallsOnItsDay() {
    RiseAndFall curves = new RiseAndFall(logits(40), DAYS);

    assertThat(curves.rise()[40]).isGreaterThan(0.9);
    assertThat(curves.fall()[40]).isGreaterThan(0.9);
    assertQuietBut(curves.rise(), 40);
    assertQuietBut(curves.fall(), 40);
  }

  @Test
  void twoBurnsEightDaysApartBothShow() {
    RiseAndFall curves = new RiseAndFall(logits(40, 48), DAYS);

    assertThat(curves.rise()[40]).isGreaterThan(0.8);
    assertThat(curves.rise()[48]).isGreaterThan(0.7);
    assertQuietBut(curves.rise(), 40, 48);
    assertThat(curves.fall()[40]).isGreaterThan(0.7);
    assertThat(curves.fall()[48]).isGreaterThan(0.8);
    assertQuietBut(curves.fall(), 40, 48);
  }

  @Test
  void withoutABurnNothingShows() {
    RiseAndFall curves = new RiseAndFall(logits(), DAYS);

    assertQuietBut(curves.rise());
    assertQuietBut(curves.fall());
  }

  @Test
  void burnInTheFirstDaysCannotRise() {
    RiseAndFall curves = new RiseAndFall(logits(2), DAYS);

    assertQuietBut(curves.rise());
  }

  @Test
  void burnOnTheLastDayRises() {
    assertThat(new RiseAndFall(logits(DAYS - 1), DAYS).rise()[DAYS - 1]).isGreaterThan(0.9);
  }

  @Test
  void bothStayBelowOneWhateverTheNetworkSays() {
    Random random = new Random(1);
    float[][] logits = logits();
    for (float[] window : logits) {
      for (int k = 0; k < window.length; k++) {
        window[k] = random.nextBoolean() ? 200 : -200;
      }
    }
    RiseAndFall curves = new RiseAndFall(logits, DAYS);

    assertThat(Arrays.stream(curves.rise())).allMatch(value -> value >= 0 && value < 1);
    assertThat(Arrays.stream(curves.fall())).allMatch(value -> value >= 0 && value < 1);
    assertThat(Arrays.stream(curves.rise()).max().orElseThrow()).isGreaterThan(0.5);
  }

  private static void assertQuietBut(double[] curve, int... days) {
    for (int day = 0; day < curve.length; day++) {
      int each = day;
      if (Arrays.stream(days).noneMatch(burn -> burn == each)) {
        assertThat(curve[day]).as("day %d", day).isLessThan(0.05);
      }
    }
  }

  /** What a network would say that sees a burn as soon as its day has joined the window. */
  private static float[][] logits(int... burns) {
    float[][] logits = new float[DAYS - 4][];
    for (int s = 0; s < logits.length; s++) {
      logits[s] = new float[Math.min(WINDOW, DAYS - s)];
      for (int k = 0; k < logits[s].length; k++) {
        int from = s;
        int to = s + k;
        boolean seen = Arrays.stream(burns).anyMatch(burn -> burn >= from && burn <= to);
        logits[s][k] = seen ? 6 : -6;
      }
    }
    return logits;
  }
}
