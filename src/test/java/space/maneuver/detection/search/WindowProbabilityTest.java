package space.maneuver.detection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowProbabilityTest {

  @ParameterizedTest
  @CsvSource({"29, 1, 0", "30, 1, 1", "31, 1, 2", "37, 7, 2", "36, 7, 1"})
  void windowsLieWithinTheDaysOfTheSeries(int days, int stride, int count) {
    List<WindowProbability> windows =
        WindowProbability.within(10, days, 30, stride, from -> from / 100.0);

    assertThat(windows).hasSize(count);
    for (int i = 0; i < count; i++) {
      Instant start = Instant.EPOCH.plus(Duration.ofDays(10 + (long) i * stride));
      assertThat(windows.get(i))
          .isEqualTo(
              new WindowProbability(start, start.plus(Duration.ofDays(30)), i * stride / 100.0));
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void longestStrideLeavesTheFirstWindow() {
    assertThat(WindowProbability.within(0, 100, 30, Integer.MAX_VALUE, from -> 0.5)).hasSize(1);
  }
}
