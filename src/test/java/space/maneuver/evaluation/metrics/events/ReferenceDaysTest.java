package space.maneuver.evaluation.metrics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Expected values come from the reference scorer. */
class ReferenceDaysTest {

  @Test
  void roundsInstantsLikeTheReference() {
    assertThat(ReferenceDays.of(Instant.parse("2010-05-03T18:00:00Z"))).isEqualTo(14732.75);
    assertThat(ReferenceDays.of(Instant.parse("2010-05-03T18:07:41.123456Z")))
        .isEqualTo(14732.755337077037);
  }

  @Test
  void truncatesToMicroseconds() {
    assertThat(ReferenceDays.of(Instant.parse("2010-05-03T18:07:41.123456999Z")))
        .isEqualTo(14732.755337077037);
  }

  @Test
  void roundsEpochsLikeTheDayOfYearOfATle() {
    assertThat(ReferenceDays.ofTicks(1_470_912_345_679L)).isEqualTo(14709.12345679);
    assertThat(ReferenceDays.ofTicks(1_716_699_999_999L)).isEqualTo(17166.99999999);
    assertThat(ReferenceDays.ofTicks(1_059_200_000_001L)).isEqualTo(10592.00000001);
    assertThat(ReferenceDays.ofTicks(1_712_567_465_653L))
        .as("day 325.67465653 of 2016")
        .isEqualTo(17125.674656529998)
        .isNotEqualTo(17125.67465653);
  }
}
