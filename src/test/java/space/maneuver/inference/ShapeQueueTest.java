package space.maneuver.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShapeQueueTest {

  @RegisterExtension static final Submissions submissions = new Submissions();

  private final ManualClock clock = new ManualClock();
  private final Batch batch = new Batch(64);

  @Test
  void callersShareABatchAndUnusedSharesGoToTheOthers() {
    Submission large = submissions.of(100, clock);
    Submission small = submissions.of(5, clock);
    Submission other = submissions.of(20, clock);
    ShapeQueue shape = submissions.shape(64, large, small, other);

    shape.fill(batch, 1, clock.getAsLong());

    assertThat(rows()).containsExactlyInAnyOrderEntriesOf(Map.of(small, 5, other, 20, large, 39));
    assertThat(shape.windows()).isEqualTo(61);
    shape.fill(batch, 1, clock.getAsLong());
    assertThat(rows()).containsExactly(Map.entry(large, 61));
    assertThat(shape.windows()).isZero();
  }

  @Test
  void eachWindowIsTakenOnceAndInOrder() {
    ShapeQueue shape = submissions.shape(64, submissions.of(100, clock));

    shape.fill(batch, 1, clock.getAsLong());
    assertThat(batch.window(0)).isZero();
    assertThat(batch.window(63)).isEqualTo(63);
    shape.fill(batch, 1, clock.getAsLong());
    assertThat(batch.size()).isEqualTo(36);
    assertThat(batch.window(0)).isEqualTo(64);
    assertThat(batch.window(35)).isEqualTo(99);
  }

  @Test
  void windowsPastTheirDeadlineTakeNoRoomInABatch() {
    Submission late = submissions.of(100, clock, Duration.ofMillis(1), null);
    Submission punctual = submissions.of(64, clock);
    ShapeQueue shape = submissions.shape(64, late, punctual);
    clock.advance(Duration.ofMillis(1));

    shape.fill(batch, 1, clock.getAsLong());

    assertThat(batch.overdue()).extracting(ShapeQueue.Job::submission).containsExactly(late);
    assertThat(rows()).containsExactly(Map.entry(punctual, 64));
    assertThat(shape.windows()).isZero();
  }

  @Test
  void windowsTakenBeforeTheirDeadlineAreRunWithTheBatchAndTheRestIsNot() {
    Submission late = submissions.of(100, clock, Duration.ofMillis(1), null);
    ShapeQueue shape = submissions.shape(64, late);

    shape.fill(batch, 1, clock.getAsLong());
    assertThat(rows()).containsExactly(Map.entry(late, 64));
    clock.advance(Duration.ofMillis(1));
    shape.fill(batch, 1, clock.getAsLong());

    assertThat(batch.size()).isZero();
    assertThat(batch.overdue()).extracting(ShapeQueue.Job::left).containsExactly(36);
  }

  private Map<Submission, Integer> rows() {
    Map<Submission, Integer> rows = new LinkedHashMap<>();
    for (int row = 0; row < batch.size(); row++) {
      rows.merge(batch.owner(row), 1, Integer::sum);
    }
    return rows;
  }
}
