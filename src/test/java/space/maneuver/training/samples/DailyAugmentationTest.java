package space.maneuver.training.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import space.maneuver.training.samples.DailySampler.DailyAugmentation;

class DailyAugmentationTest {

  private static final int WIDTH = 9;
  private static final int ROWS = 40;

  @Test
  void ratesFlipTogetherAndDragKeepsItsSign() {
    DailyAugmentation augmentation = new DailyAugmentation(new SplittableRandom(1));
    int turned = 0;
    for (int i = 0; i < 50; i++) {
      float[] rows = augmentation.apply(rows(1), WIDTH);
      float sign = Math.signum(rows[0]);
      turned += sign < 0 ? 1 : 0;
      for (int row = 0; row < ROWS; row++) {
        for (int c = 0; c < 4; c++) {
          assertThat(Math.signum(rows[row * WIDTH + c])).isEqualTo(sign);
        }
        assertThat(rows[row * WIDTH + 4]).isPositive();
      }
    }
    assertThat(turned).isBetween(10, 40);
  }

  @Test
  void fluxTimeClassAndMaskAreUnchanged() {
    float[] rows = new DailyAugmentation(new SplittableRandom(2)).apply(rows(1), WIDTH);

    for (int row = 0; row < ROWS; row++) {
      assertThat(Arrays.copyOfRange(rows, row * WIDTH + 5, (row + 1) * WIDTH)).containsOnly(3, 1);
    }
  }

  @Test
  void missingDaysStayZero() {
    float[] rows = new float[ROWS * WIDTH];

    assertThat(new DailyAugmentation(new SplittableRandom(3)).apply(rows, WIDTH)).containsOnly(0);
  }

  private static float[] rows(float mask) {
    float[] rows = new float[ROWS * WIDTH];
    Arrays.fill(rows, 3);
    for (int row = 0; row < ROWS; row++) {
      rows[row * WIDTH + WIDTH - 1] = mask;
    }
    return rows;
  }
}
