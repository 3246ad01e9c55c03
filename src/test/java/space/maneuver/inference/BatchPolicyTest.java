package space.maneuver.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchPolicyTest {

  private static final long DELAY = 1_000_000;
  private static final int BATCH = 64;

  @RegisterExtension static final Submissions submissions = new Submissions();

  private final ManualClock clock = new ManualClock();
  private final BatchPolicy policy = new BatchPolicy(4, DELAY);

  @ParameterizedTest
  @CsvSource({
    "1, 0, true",
    "1, 1, false",
    "2, 0, true",
    "2, 1, false",
    "4, 1, true",
    "4, 2, false",
    "4, 4, false"
  })
  void windowsWaitForOthersOnlyWhileHalfOfTheThreadsAreBusy(int threads, int running, boolean due) {
    ShapeQueue shape = submissions.shape(BATCH, submissions.of(1, clock));

    long left = new BatchPolicy(threads, DELAY).nanosUntilDue(shape, running, clock.getAsLong());

    assertThat(left).isEqualTo(due ? 0 : DELAY);
  }

  @ParameterizedTest
  @CsvSource({"63, false", "64, true", "65, true"})
  void windowsThatFillABatchAreDueAtOnce(int windows, boolean due) {
    ShapeQueue shape = submissions.shape(BATCH, submissions.of(windows, clock));

    assertThat(untilDue(shape)).isEqualTo(due ? 0 : DELAY);
  }

  @Test
  void remainderOfABatchIsDueAtOnce() {
    ShapeQueue shape = submissions.shape(BATCH, submissions.of(70, clock));

    shape.fill(new Batch(BATCH), 1, clock.getAsLong());

    assertThat(shape.windows()).isEqualTo(6);
    assertThat(untilDue(shape)).isZero();
  }

  @Test
  void oldestWindowDecidesWhenAllAreDue() {
    Submission first = submissions.of(1, clock);
    clock.advance(Duration.ofNanos(600_000));
    ShapeQueue shape = submissions.shape(BATCH, submissions.of(1, clock), first);

    assertThat(untilDue(shape)).isEqualTo(400_000);
    clock.advance(Duration.ofNanos(399_999));
    assertThat(untilDue(shape)).isEqualTo(1);
    clock.advance(Duration.ofNanos(1));
    assertThat(untilDue(shape)).isZero();

    shape.remove(first);
    assertThat(untilDue(shape)).isEqualTo(600_000);
  }

  @Test
  void windowsAreDueOneDelayBeforeTheEarliestDeadline() {
    Submission hasty = submissions.of(1, clock, Duration.ofNanos(1_700_000), null);
    ShapeQueue shape = submissions.shape(BATCH, submissions.of(1, clock), hasty);

    assertThat(untilDue(shape)).isEqualTo(700_000);
    clock.advance(Duration.ofNanos(700_000));
    assertThat(untilDue(shape)).isZero();
  }

  @Test
  void windowsPastTheirDeadlineAreDue() {
    ShapeQueue shape =
        submissions.shape(BATCH, submissions.of(1, clock, Duration.ofNanos(1), null));
    clock.advance(Duration.ofNanos(2));

    assertThat(untilDue(shape)).isNegative();
  }

  private long untilDue(ShapeQueue shape) {
    return policy.nanosUntilDue(shape, 4, clock.getAsLong());
  }
}
