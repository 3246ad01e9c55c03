package space.maneuver.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderedTasksTest {

  private final ExecutorService pool = Executors.newFixedThreadPool(3);
  private final List<Integer> results = new ArrayList<>();

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void resultsComeInTheOrderOfTheTasksWhicheverEndsFirst() throws InterruptedException {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    try (OrderedTasks<Integer> tasks = new OrderedTasks<>(pool, 10, results::add)) {
      tasks.add(
          () -> {
            await(secondIsDone);
            return 1;
          });
      tasks.add(
          () -> {
            secondIsDone.countDown();
            return 2;
          });
      await(secondIsDone);
      tasks.add(() -> 3);
      tasks.finish();
    }

    assertThat(results).containsExactly(1, 2, 3);
  }

  @Test
  void addingThreadRunsTasksThatTheExecutorDoesNot() {
    try (OrderedTasks<Integer> tasks = new OrderedTasks<>(task -> {}, 4, results::add)) {
      IntStream.range(0, 100).forEach(i -> tasks.add(() -> i));
      tasks.finish();
    }

    assertThat(results).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void noMoreTasksArePendingThanTheLimit() {
    AtomicInteger added = new AtomicInteger();
    try (OrderedTasks<Integer> tasks =
        new OrderedTasks<>(
            pool,
            4,
            result -> {
              assertThat(added.get() - results.size()).isLessThanOrEqualTo(4);
              results.add(result);
            })) {
      for (int i = 0; i < 1000; i++) {
        int number = i;
        tasks.add(() -> number);
        added.incrementAndGet();
      }
      tasks.finish();
    }

    assertThat(results).hasSize(1000).isSorted();
  }

  @Test
  void exceptionOfATaskIsThrownAfterTheResultsBeforeIt() {
    try (OrderedTasks<Integer> tasks = new OrderedTasks<>(pool, 10, results::add)) {
      tasks.add(() -> 1);
      tasks.add(
          () -> {
            throw new DeadlineExceededException();
          });

      assertThatExceptionOfType(DeadlineExceededException.class)
          .as("thrown as soon as the result is due, when another task is added or at the end")
          .isThrownBy(
              () -> {
                tasks.add(() -> 3);
                tasks.finish();
              });
    }

    assertThat(results).containsExactly(1);
  }

  @Test
  void closingDropsWhatHasNotStartedAndWaitsForWhatRuns() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Deque<Runnable> queue = new ArrayDeque<>();
    OrderedTasks<Integer> tasks = new OrderedTasks<>(queue::add, 10, results::add);
    for (int i = 0; i < 2; i++) {
      tasks.add(
          () -> {
            running.countDown();
            await(release);
            return ended.incrementAndGet();
          });
    }
    pool.execute(queue.remove());
    await(running);
    pool.execute(release::countDown);

    tasks.close();

    assertThat(ended).hasValue(1);
    queue.remove().run();
    assertThat(ended).hasValue(1);
    assertThat(results).isEmpty();
  }

  @Test
  void limitBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderedTasks<Integer>(pool, 0, results::add));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
