package space.maneuver.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackgroundWorkTest {

  private static final Duration DELAY = Duration.ofMillis(1);

  @RegisterExtension static final Submissions submissions = new Submissions();

  private final ManualClock clock = new ManualClock();
  private final Batch batch = new Batch(256);

  @Test
  void backlogRunsInSmallBatchesWhileNothingElseWaits() {
    WindowQueue queue = queue(1, 0);
    queue.add(submissions.background(BackgroundWork.BATCH + 1, clock), false);

    assertThat(queue.poll(batch)).isTrue();
    assertThat(batch.background()).isTrue();
    assertThat(batch.size()).isEqualTo(BackgroundWork.BATCH);
    queue.finished(batch, 1);
    assertThat(queue.poll(batch)).isTrue();
    assertThat(batch.size()).isEqualTo(1);
    queue.finished(batch, 1);
    assertThat(queue.poll(batch)).isFalse();
  }

  @Test
  void requestTakesPrecedenceOverTheBacklog() {
    WindowQueue queue = queue(1, 0);
    queue.add(submissions.background(100, clock), false);
    Submission request = submissions.of(1, clock);
    queue.add(request, false);

    assertThat(queue.poll(batch)).isTrue();

    assertThat(batch.owner(0)).isSameAs(request);
  }

  @Test
  void backlogWaitsWhileWindowsOfARequestWaitForOthers() {
    WindowQueue queue = queue(4, 0);
    for (int i = 0; i < 2; i++) {
      queue.add(submissions.of(1, clock), false);
      queue.poll(new Batch(256));
    }
    queue.add(submissions.of(1, clock), false);
    queue.add(submissions.background(100, clock), false);

    assertThat(queue.poll(batch)).isFalse();

    clock.advance(DELAY);
    assertThat(queue.poll(batch)).isTrue();
    assertThat(batch.background()).isFalse();
  }

  @Test
  void oneOfSeveralThreadsIsLeftFree() {
    WindowQueue queue = queue(3, 0);
    queue.add(submissions.background(500, clock), false);

    assertThat(queue.poll(new Batch(256))).isTrue();
    assertThat(queue.poll(batch)).isTrue();
    assertThat(queue.poll(new Batch(256))).isFalse();

    queue.finished(batch, 1);
    assertThat(queue.poll(batch)).isTrue();
  }

  @Test
  void requestDoesNotWaitForOthersWhileOnlyTheBacklogRuns() {
    WindowQueue queue = queue(2, 0);
    queue.add(submissions.background(500, clock), false);
    queue.poll(new Batch(256));
    queue.add(submissions.of(1, clock), false);

    assertThat(queue.poll(batch)).isTrue();
    assertThat(batch.background()).isFalse();
  }

  @Test
  void backlogTakesNoPlaceInTheQueueAndChangesNoRefusal() {
    WindowQueue queue = queue(1, 10);
    queue.add(submissions.background(1000, clock), false);
    // A slow batch of the backlog does not count towards the expected wait.
    queue.poll(batch);
    queue.finished(batch, Duration.ofHours(1).toNanos());

    assertThat(queue.waiting()).isZero();
    assertThat(queue.refusal()).isNull();
    queue.add(submissions.of(queue, 10, clock, Submissions.LONG, "mine"), false);
    assertThat(queue.waiting()).isEqualTo(10);
    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> queue.add(submissions.of(1, clock), false));
  }

  @Test
  void cancelledBacklogIsNotRun() {
    WindowQueue queue = queue(1, 0);
    Submission cancelled = submissions.background(100, clock);
    queue.add(cancelled, false);

    queue.cancel(cancelled, new ShuttingDownException());

    assertThat(cancelled.done()).isCompletedExceptionally();
    assertThat(queue.poll(batch)).isFalse();
  }

  @Test
  void closedQueueRunsWhatRequestsWaitForAndNotTheBacklog() throws InterruptedException {
    WindowQueue queue = queue(1, 0);
    Submission backlog = submissions.background(100, clock);
    queue.add(backlog, false);
    queue.add(submissions.of(2, clock), false);

    queue.close();

    assertThat(queue.take(batch)).isTrue();
    assertThat(batch.background()).isFalse();
    queue.finished(batch, 1);
    assertThat(queue.take(batch)).isFalse();
    assertThat(queue.submissions()).containsExactly(backlog);
    assertThatExceptionOfType(ShuttingDownException.class)
        .isThrownBy(() -> queue.add(submissions.background(1, clock), false));
  }

  private WindowQueue queue(int threads, int callerWindows) {
    return new WindowQueue(
        new InferenceSettings(threads, 10, Duration.ofSeconds(1), callerWindows, 256, DELAY),
        InferenceListener.NONE,
        clock);
  }
}
