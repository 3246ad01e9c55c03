package space.maneuver.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final int QUEUE = 100;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  @Test
  void windowsAreAdmittedUpToTheCapacityOfTheQueue() {
    Admission admission = admission(0);
    admission.enter(null, 60);

    assertThat(admission.refusal(null, 40, false)).isNull();
    OverloadedException refusal = refusal(admission, null, 41);
    assertThat(refusal.bound()).isEqualTo(OverloadedException.Cause.QUEUE);
    assertThat(refusal).hasMessage("60 windows are in the queue, which holds at most 100.");
  }

  @Test
  void runningWindowsTakeNoRoomInTheQueue() {
    Admission admission = admission(0);
    admission.enter(null, QUEUE);
    assertThat(admission.refusal(null, 1, false)).isNotNull();

    admission.leaveQueue(30);

    assertThat(admission.waiting()).isEqualTo(70);
    assertThat(admission.refusal(null, 30, false)).isNull();
    assertThat(admission.refusal(null, 31, false)).isNotNull();
  }

  @Test
  void roomThatAnAdmittedRequestWaitsForIsNotGivenToNewOnes() {
    Admission admission = admission(0);
    admission.enter(null, 90);
    admission.reserve(20);
    admission.leaveQueue(15);

    assertThat(admission.refusal(null, 6, false)).isNotNull();
    assertThat(admission.refusal(null, 5, false)).isNull();
    assertThat(admission.refusal(null, 20, true)).isNull();

    admission.reserve(-20);
    assertThat(admission.refusal(null, 25, false)).isNull();
  }

  @Test
  void callersShareCountsQueuedAndRunningWindows() {
    Admission admission = admission(50);
    admission.enter("mine", 30);
    admission.leaveQueue(30);
    admission.enter("mine", 20);

    OverloadedException refusal = refusal(admission, "mine", 1);
    assertThat(refusal.bound()).isEqualTo(OverloadedException.Cause.CALLER);
    assertThat(refusal).hasMessage("This caller has 50 windows in flight; at most 50 are allowed.");
    assertThat(admission.refusal("mine", 1, true)).isNotNull();
    assertThat(admission.refusal("other", 50, false)).isNull();
    assertThat(admission.refusal(null, 50, false)).isNull();

    admission.leave("mine", 30);
    assertThat(admission.refusal("mine", 30, false)).isNull();
    assertThat(admission.refusal("mine", 31, false)).isNotNull();
  }

  @Test
  void requestAloneMayExceedItsCallersShare() {
    assertThat(admission(50).refusal("mine", 80, false)).isNull();
  }

  @Test
  void newWindowsAreRefusedWhileTheExpectedWaitExceedsTheLongestWait() {
    Admission admission = admission(0);
    // On two threads: 20 ms per window.
    admission.ran(10, Duration.ofMillis(400).toNanos());
    admission.enter(null, 50);
    assertThat(admission.refusal(null, 1, false)).isNull();

    admission.enter(null, 1);

    OverloadedException refusal = refusal(admission, null, 1);
    assertThat(refusal.bound()).isEqualTo(OverloadedException.Cause.QUEUE);
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(1020));
    assertThat(refusal)
        .hasMessage(
            "51 windows are in the queue, and the expected wait of 1020 ms exceeds 1000 ms.");
    assertThat(admission.refusal(null, 1, true)).as("admitted before").isNull();

    admission.leaveQueue(1);
    assertThat(admission.refusal(null, 1, false)).isNull();
  }

  @Test
  void emptyQueueAdmitsWindowsAtAnySpeed() {
    Admission admission = admission(0);
    admission.ran(1, Duration.ofMinutes(1).toNanos());

    assertThat(admission.refusal(null, QUEUE, false)).isNull();
  }

  @Test
  void windowsWaitingForRoomCountTowardsTheExpectedWait() {
    Admission admission = admission(0);
    admission.ran(1, Duration.ofMillis(40).toNanos());
    admission.enter(null, 40);
    admission.reserve(20);

    assertThat(refusal(admission, null, 1).retryAfter()).isEqualTo(Duration.ofMillis(1200));
  }

  @Test
  void retryAfterCoversTheCallersOwnWindows() {
    Admission admission = admission(50);
    admission.ran(10, Duration.ofMillis(400).toNanos());
    admission.enter("other", 40);
    admission.enter("mine", 50);

    assertThat(refusal(admission, "mine", 1).retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void speedFollowsTheNewestBatchesSlowly() {
    Admission admission = admission(0);
    admission.ran(10, Duration.ofMillis(200).toNanos());
    admission.ran(1, Duration.ofMillis(120).toNanos());
    admission.enter(null, QUEUE);

    // 20 ms, moved a tenth of the way to 120 ms.
    assertThat(refusal(admission, null, 1).retryAfter()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void batchThatWasNotRunDoesNotAffectTheSpeed() {
    Admission admission = admission(0);
    admission.ran(1, Duration.ofMillis(20).toNanos());
    admission.ran(0, 0);
    admission.enter(null, QUEUE);

    assertThat(refusal(admission, null, 1).retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  private static Admission admission(int callerWindows) {
    return new Admission(
        new InferenceSettings(2, QUEUE, LONGEST_WAIT, callerWindows, 64, Duration.ofMillis(1)));
  }

  private static OverloadedException refusal(
      Admission admission, @Nullable String caller, int count) {
    return Objects.requireNonNull(admission.refusal(caller, count, false));
  }
}
