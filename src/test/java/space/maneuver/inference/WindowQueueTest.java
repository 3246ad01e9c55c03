package space.maneuver.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test acts as the inference threads and advances the clock. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WindowQueueTest {

  private static final Duration DELAY = Duration.ofMillis(1);

  @RegisterExtension static final Submissions submissions = new Submissions();

  private final ManualClock clock = new ManualClock();
  private final Batch batch = new Batch(256);

  @Test
  void windowsWaitForOthersForTheDelayWhileHalfOfTheThreadsAreBusy() {
    WindowQueue queue = queue(2, 4096);
    add(queue, submissions.of(1, clock));
    assertThat(queue.poll(new Batch(256))).as("idle thread").isTrue();

    add(queue, submissions.of(2, clock));
    clock.advance(DELAY.minusNanos(1));
    add(queue, submissions.of(3, clock));
    assertThat(queue.poll(batch)).isFalse();
    clock.advance(Duration.ofNanos(1));

    assertThat(queue.poll(batch)).isTrue();
    assertThat(batch.size()).isEqualTo(5);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void windowsDoNotWaitOnceTheThreadHasNoWork() {
    WindowQueue queue = queue(1, 4096);
    add(queue, submissions.of(1, clock));
    Batch first = new Batch(256);
    queue.poll(first);
    add(queue, submissions.of(2, clock));
    assertThat(queue.poll(batch)).isFalse();

    queue.finished(first, 1);

    assertThat(queue.poll(batch)).isTrue();
  }

  @Test
  void fullBatchDoesNotWait() {
    WindowQueue queue = queue(2, 4096);
    add(queue, submissions.of(1, clock));
    queue.poll(new Batch(256));
    add(queue, submissions.of(255, clock));
    assertThat(queue.poll(batch)).isFalse();

    add(queue, submissions.of(1, clock));

    assertThat(queue.poll(batch)).isTrue();
    assertThat(batch.size()).isEqualTo(256);
  }

  @Test
  void windowsAreRunWhileTheirDeadlineCanBeMet() {
    WindowQueue queue = queue(2, 4096);
    add(queue, submissions.of(1, clock));
    queue.poll(new Batch(256));
    add(queue, submissions.of(1, clock, DELAY.plusNanos(10), null));
    assertThat(queue.poll(batch)).isFalse();

    clock.advance(Duration.ofNanos(10));

    assertThat(queue.poll(batch)).isTrue();
    assertThat(batch.size()).isEqualTo(1);
  }

  @Test
  void separateWindowsNeitherWaitForOthersNorShareTheirBatch() {
    WindowQueue queue = queue(2, 4096);
    add(queue, submissions.of(1, clock));
    queue.poll(new Batch(256));
    Submission separate = submissions.separate(2, clock);
    add(queue, submissions.of(3, clock));
    add(queue, separate);
    add(queue, submissions.separate(4, clock));

    assertThat(queue.poll(batch)).isTrue();

    assertThat(owners()).containsExactly(separate, separate);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void separateWindowsAreDividedInTheSameWayWhateverElseRuns(int threads) {
    WindowQueue queue = queue(threads, 4096);
    Submission separate = submissions.separate(300, clock);
    add(queue, separate);
    add(queue, submissions.of(100, clock));
    add(queue, submissions.separate(100, clock));
    List<Integer> sizes = new ArrayList<>();

    while (queue.waiting() > 0) {
      clock.advance(DELAY);
      assertThat(queue.poll(batch)).isTrue();
      if (owners().contains(separate)) {
        assertThat(owners()).containsOnly(separate);
        sizes.add(batch.size());
      }
      queue.finished(batch, 1);
    }

    assertThat(sizes).containsExactly(256, 44);
  }

  @Test
  void windowsOfRequestsTakeTurnsWithSeparateOnes() {
    WindowQueue queue = queue(1, 4096);
    for (int i = 0; i < 5; i++) {
      add(queue, submissions.separate(100, clock));
    }
    queue.poll(batch);
    Submission request = submissions.of(1, clock);
    add(queue, request);
    queue.finished(batch, 1);

    queue.poll(batch);
    queue.finished(batch, 1);
    queue.poll(batch);

    assertThat(owners()).containsExactly(request);
  }

  @Test
  void windowsPastTheirDeadlineAreReturnedWithoutBeingRun() {
    WindowQueue queue = queue(1, 4096);
    Submission late = submissions.of(300, clock, Duration.ofMillis(5), null);
    add(queue, late);
    clock.advance(Duration.ofMillis(5));

    assertThat(queue.poll(batch)).isTrue();

    assertThat(batch.size()).isZero();
    assertThat(batch.overdue()).extracting(ShapeQueue.Job::submission).containsExactly(late);
    assertThat(queue.waiting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 300, 256 44",
    "2, 20, 20",
    "2, 40, 32 8",
    "2, 72, 40 32",
    "2, 200, 112 88",
    "4, 256, 64 64 64 64"
  })
  void manyWindowsAreSplitAmongIdleThreadsAndLittleIsPadded(
      int threads, int windows, String batches) {
    WindowQueue queue = queue(threads, 4096);
    add(queue, submissions.of(windows, clock));
    List<Integer> sizes = new ArrayList<>();
    Deque<Batch> running = new ArrayDeque<>();

    while (queue.waiting() > 0) {
      if (running.size() == threads) {
        queue.finished(running.remove(), 1);
      }
      Batch next = new Batch(256);
      assertThat(queue.poll(next)).isTrue();
      running.add(next);
      sizes.add(next.size());
    }

    assertThat(sizes)
        .containsExactly(
            Arrays.stream(batches.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));
  }

  @Test
  void singleWindowIsInTheNextBatchAlthoughABulkRequestWaits() {
    WindowQueue queue = queue(1, 4096);
    add(queue, submissions.of(1500, clock));
    queue.poll(batch);
    Submission single = submissions.of(1, clock);
    add(queue, single);
    queue.finished(batch, 1);

    queue.poll(batch);

    assertThat(owners()).contains(single);
    assertThat(batch.size()).isEqualTo(256);
  }

  @Test
  void windowsOfAnotherLengthGetTheirTurnAfterOneBatch() {
    WindowQueue queue = queue(1, 4096);
    add(queue, submissions.of(1500, clock));
    queue.poll(batch);
    Submission longer = submissions.of(1, 60, clock);
    add(queue, longer);
    queue.finished(batch, 1);

    queue.poll(batch);
    assertThat(owners()).doesNotContain(longer);
    clock.advance(DELAY);
    queue.finished(batch, 1);
    queue.poll(batch);

    assertThat(owners()).containsExactly(longer);
  }

  @Test
  void fullQueueRefusesAllWindowsOfASubmission() {
    WindowQueue queue = queue(1, 10);
    add(queue, submissions.of(8, clock));

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> add(queue, submissions.of(3, clock)));
    assertThat(queue.waiting()).isEqualTo(8);
    assertThat(queue.refusal()).isNull();

    add(queue, submissions.of(2, clock));
    assertThat(queue.refusal()).isNotNull();
  }

  @Test
  void slowQueueRefusesUntilTheExpectedWaitHasDropped() {
    WindowQueue queue = queue(1, 4096);
    add(queue, submissions.of(1, clock));
    queue.poll(batch);
    queue.finished(batch, Duration.ofMillis(10).toNanos());
    add(queue, submissions.of(300, clock));

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> add(queue, submissions.of(1, clock)))
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(3)));

    queue.poll(batch);
    add(queue, submissions.of(1, clock));
    assertThat(queue.waiting()).isEqualTo(45);
  }

  @Test
  void admittedCallerWaitsForRoom() throws InterruptedException {
    WindowQueue queue = queue(1, 10);
    add(queue, submissions.of(10, clock));
    Submission next = submissions.of(4, clock);
    Thread caller = new Thread(() -> queue.add(next, true));
    caller.start();

    queue.take(batch);
    caller.join();

    assertThat(queue.submissions()).containsExactly(next);
    assertThat(queue.waiting()).isEqualTo(4);
  }

  @Test
  void roomIsAwaitedOnlyUntilTheDeadlineAndNotKeptAfterwards() {
    WindowQueue queue = queue(1, 10);
    add(queue, submissions.of(10, clock));
    Submission late = submissions.of(4, clock, Duration.ofMillis(5), null);
    clock.advance(Duration.ofMillis(5));

    assertThatExceptionOfType(DeadlineExceededException.class)
        .isThrownBy(() -> queue.add(late, true));

    queue.poll(batch);
    add(queue, submissions.of(10, clock));
    assertThat(queue.waiting()).isEqualTo(10);
  }

  @Test
  void cancelledWindowsMakeRoomAndRunningOnesStillCountForTheCaller() {
    WindowQueue queue = queue(new InferenceSettings(1, 10, Submissions.LONG, 12, 4, DELAY));
    Submission mine = submissions.of(queue, 10, clock, Submissions.LONG, "mine");
    add(queue, mine);
    queue.poll(batch);

    assertThat(queue.waiting()).isEqualTo(6);

    queue.cancel(mine, new DeadlineExceededException());

    assertThat(mine.done()).isCompletedExceptionally();
    assertThat(queue.waiting()).isZero();
    assertThat(queue.submissions()).isEmpty();
    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> add(queue, submissions.of(queue, 9, clock, Submissions.LONG, "mine")));

    queue.finished(batch, 1);
    mine.finish(4, null);
    add(queue, submissions.of(queue, 10, clock, Submissions.LONG, "mine"));
  }

  @Test
  void windowsPastTheirDeadlineNoLongerCountForTheCaller() {
    WindowQueue queue = queue(new InferenceSettings(1, 10, Submissions.LONG, 10, 4, DELAY));
    add(queue, submissions.of(queue, 10, clock, DELAY, "mine"));
    clock.advance(DELAY);
    queue.poll(batch);

    for (ShapeQueue.Job job : batch.overdue()) {
      job.submission().finish(job.left(), new DeadlineExceededException());
    }
    queue.finished(batch, 0);

    add(queue, submissions.of(queue, 10, clock, Submissions.LONG, "mine"));
    assertThat(queue.waiting()).isEqualTo(10);
  }

  @Test
  void closedQueueHandsOutWhatItHoldsAndAdmitsNothing() throws InterruptedException {
    WindowQueue queue = queue(2, 4096);
    add(queue, submissions.of(1, clock));
    queue.poll(new Batch(256));
    add(queue, submissions.of(2, clock));

    queue.close();

    Submission after = submissions.of(1, clock);
    assertThatExceptionOfType(ShuttingDownException.class).isThrownBy(() -> add(queue, after));
    assertThatExceptionOfType(ShuttingDownException.class).isThrownBy(() -> queue.add(after, true));
    assertThat(queue.take(batch)).isTrue();
    assertThat(batch.size()).isEqualTo(2);
    assertThat(queue.take(batch)).isFalse();
  }

  private WindowQueue queue(int threads, int room) {
    return queue(new InferenceSettings(threads, room, Duration.ofSeconds(1), 0, 256, DELAY));
  }

  private WindowQueue queue(InferenceSettings settings) {
    return new WindowQueue(settings, InferenceListener.NONE, clock);
  }

  private static void add(WindowQueue queue, Submission submission) {
    queue.add(submission, false);
  }

  private List<Submission> owners() {
    List<Submission> owners = new ArrayList<>();
    for (int row = 0; row < batch.size(); row++) {
      owners.add(batch.owner(row));
    }
    return owners;
  }
}
