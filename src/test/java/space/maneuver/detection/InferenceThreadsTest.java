package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import space.maneuver.features.DailySeries;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.DailyBundles;
import space.maneuver.model.Leases;
import space.maneuver.model.LoadedBundle;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;
import space.maneuver.model.ModelLease;
import space.maneuver.orbit.MadeUpHistory;

class InferenceThreadsTest {

  private static final Offset<Double> TOLERANCE = within(1e-5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Queue<Integer> batchSizes = new ConcurrentLinkedQueue<>();
  private final AtomicInteger run = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void windowsOfManyCallersAreEachAnsweredAsAloneAndInOrder(boolean steps) throws Exception {
    ModelLease lease = lease(DailyBundles.random(1));
    WindowPredictor alone = new WindowPredictor(lease.model());
    InferenceThreads threads = threads(2, 4096, 0);
    ExecutorService callers = Executors.newFixedThreadPool(8);
    open.add(callers::shutdownNow);
    List<FeatureWindow> windows = mixed(400);
    List<Future<List<Prediction>>> answers = new ArrayList<>();
    for (int caller = 0; caller < 40; caller++) {
      List<FeatureWindow> own = windows.subList(caller * 10, caller * 10 + 1 + caller % 10);
      answers.add(callers.submit(() -> session(threads, lease, null).predict(own, steps)));
    }
    List<Prediction> expected = alone.predict(windows, steps);

    for (int caller = 0; caller < 40; caller++) {
      List<Prediction> answer = answers.get(caller).get();
      assertThat(answer).hasSize(1 + caller % 10);
      for (int i = 0; i < answer.size(); i++) {
        assertSame(answer.get(i), expected.get(caller * 10 + i));
      }
    }
  }

  @Test
  void requestLargerThanTheQueueIsFedInPieces() {
    ModelLease lease = lease(DailyBundles.random(2));
    InferenceThreads threads = threads(2, 100, 0);
    List<FeatureWindow> windows = repeated(4096);

    List<Prediction> answers = session(threads, lease, null).predict(windows, false);

    List<Prediction> expected = new WindowPredictor(lease.model()).predict(windows, false);
    assertThat(answers).hasSize(4096);
    for (int i = 0; i < 4096; i++) {
      assertSame(answers.get(i), expected.get(i));
    }
    assertThat(refused).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 300, 256 44",
    "2, 20, 20",
    "2, 40, 32 8",
    "2, 72, 64 8",
    "2, 200, 100 100",
    "4, 256, 64 64 64 64"
  })
  void manyWindowsAreSplitAmongIdleThreadsAndLittleIsPadded(
      int number, int windows, String batches) {
    ModelLease lease = lease(DailyBundles.slow(10));
    InferenceThreads threads = threads(number, 4096, 0);
    List<FeatureWindow> some = mixed(10).stream().filter(window -> window.days() == 30).toList();

    session(threads, lease, null)
        .predict(
            IntStream.range(0, windows).mapToObj(i -> some.get(i % some.size())).toList(), false);

    assertThat(batchSizes).containsExactlyInAnyOrder(sizes(batches));
  }

  private static Integer[] sizes(String list) {
    return Arrays.stream(list.split(" ")).map(Integer::valueOf).toArray(Integer[]::new);
  }

  @Test
  void fullQueueRefusesAtOnceAndNeverHoldsMoreThanItsBound() {
    ModelLease lease = lease(DailyBundles.slow(1));
    InferenceThreads threads = threads(1, 50, 0);
    List<PendingPredictions> admitted = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      try {
        admitted.add(session(threads, lease, null).submit(repeated(10), false));
      } catch (OverloadedException e) {
        assertThat(e.bound()).isEqualTo(OverloadedException.Cause.QUEUE);
        refused.incrementAndGet();
      }
      assertThat(threads.waiting()).isBetween(0, 50);
    }

    assertThat(admitted.size()).isGreaterThanOrEqualTo(5);
    assertThat(refused.get()).isPositive().isEqualTo(2 * (100 - admitted.size()));
    assertThat(admitted).allSatisfy(each -> assertThat(each.get()).hasSize(10));
    assertThat(threads.waiting()).isZero();
  }

  @Test
  void sessionThatWasLetInWaitsForRoom() {
    ModelLease lease = lease(DailyBundles.slow(2));
    InferenceThreads threads = threads(1, 20, 0);
    ModelSession session = session(threads, lease, null);

    List<PendingPredictions> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(session.submit(repeated(10), false));
    }

    assertThat(all).allSatisfy(each -> assertThat(each.get()).hasSize(10));
    assertThat(refused).hasValue(0);
  }

  @Test
  void cancelledWindowsLeaveTheQueue() {
    ModelLease lease = lease(DailyBundles.slow(3));
    InferenceThreads threads = threads(1, 4096, 0);
    ModelSession session = session(threads, lease, null);
    PendingPredictions first = session.submit(repeated(128), false);
    PendingPredictions second = session.submit(repeated(200), false);

    second.cancel();

    assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(second::get);
    assertThat(first.get()).hasSize(128);
    assertThat(threads.waiting()).isZero();
    assertThat(run.get()).isBetween(128, 256);
    assertThat(dropped.get()).isBetween(72, 200);
  }

  @Test
  void closedSessionLeavesNothingInTheQueueAndFreesItsModelWhenTheLastBatchIsDone() {
    ModelLease lease = lease(DailyBundles.slow(4));
    InferenceThreads threads = threads(1, 4096, 0);
    ModelSession session = session(threads, lease, null);
    session.submit(repeated(512), false);
    session.close();

    assertThat(threads.waiting()).isZero();
    assertThat(session(threads, lease, null).predict(repeated(1), false)).hasSize(1);
  }

  @Test
  void workPastItsDeadlineIsNotDone() {
    ModelLease lease = lease(DailyBundles.slow(5));
    InferenceThreads threads = threads(1, 4096, 0);
    session(threads, lease, null).submit(repeated(300), false);
    ServedWindows runner =
        new ServedWindows(threads, lease, new CallTerms(Duration.ofMillis(1), null));

    assertThatExceptionOfType(DeadlineExceededException.class)
        .isThrownBy(() -> runner.run(repeated(512), false));

    session(threads, lease, null).predict(repeated(1), false);
    assertThat(run.get()).isLessThanOrEqualTo(301);
  }

  @Test
  void onlyTheWindowThatTheNetworkFailsOnFails() {
    ModelLease lease = lease(DailyBundles.failing(6));
    InferenceThreads threads = threads(2, 4096, 0);
    List<FeatureWindow> windows = new ArrayList<>(mixed(64));
    FeatureWindow bad = windows.get(31);
    float[] values = bad.values().clone();
    Arrays.fill(values, 3e38f);
    windows.set(31, new FeatureWindow("bad", null, null, bad.days(), bad.width(), values));

    List<Prediction> answers = session(threads, lease, null).predict(windows, false);

    List<Prediction> expected = new WindowPredictor(lease.model()).predict(mixed(64), false);
    for (int i = 0; i < 64; i++) {
      assertThat(answers.get(i).failed()).as("%d", i).isEqualTo(i == 31);
      if (i != 31) {
        assertSame(answers.get(i), expected.get(i));
      }
    }
  }

  @Test
  void failureOfAWindowIsLoggedWithTheContextOfItsRequest() {
    Logger log = (Logger) LoggerFactory.getLogger(InferenceWorker.class);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    log.addAppender(logged);
    FeatureWindow good = mixed(1).get(0);
    float[] values = good.values().clone();
    Arrays.fill(values, 3e38f);
    FeatureWindow bad = new FeatureWindow("bad", null, null, good.days(), good.width(), values);
    MDC.put("requestId", "of-this-request");
    try {
      session(threads(1, 4096, 0), lease(DailyBundles.failing(6)), null)
          .predict(List.of(bad), false);
    } finally {
      MDC.remove("requestId");
      log.detachAppender(logged);
    }

    assertThat(logged.list)
        .filteredOn(event -> event.getLevel() == Level.WARN)
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getMDCPropertyMap())
                    .containsEntry("requestId", "of-this-request"));
  }

  @Test
  void singleWindowDoesNotWaitForAllOfABulkRequest() throws Exception {
    ModelLease lease = lease(DailyBundles.slow(7));
    InferenceThreads threads = threads(1, 4096, 0);
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService bulk = Executors.newSingleThreadExecutor();
    open.add(bulk::shutdownNow);
    Future<List<Prediction>> many =
        bulk.submit(
            () -> {
              ModelSession session = session(threads, lease, null);
              session.submit(repeated(1), false);
              begun.countDown();
              return session.predict(repeated(1500), false);
            });
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

    for (int i = 0; i < 3; i++) {
      assertThat(session(threads, lease, null).predict(repeated(1), false)).hasSize(1);
    }

    assertThat(many.isDone()).isFalse();
    assertThat(many.get()).hasSize(1500);
  }

  @Test
  void callerThatHasItsShareIsRefusedAndOthersAreNot() {
    ModelLease lease = lease(DailyBundles.slow(8));
    InferenceThreads threads = threads(1, 4096, 100);
    PendingPredictions mine = session(threads, lease, "mine").submit(repeated(100), false);

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> session(threads, lease, "mine").submit(repeated(100), false))
        .satisfies(e -> assertThat(e.bound()).isEqualTo(OverloadedException.Cause.CALLER));
    assertThat(session(threads, lease, "other").predict(repeated(100), false)).hasSize(100);
    assertThat(mine.get()).hasSize(100);
    assertThat(session(threads, lease, "mine").predict(repeated(100), false)).hasSize(100);
  }

  @Test
  void requestOfMoreThanACallersShareIsAnsweredPieceByPiece() {
    ModelLease lease = lease(DailyBundles.random(1));
    InferenceThreads threads = threads(2, 4096, 600);

    List<Prediction> answers = session(threads, lease, "mine").predict(repeated(4000), false);

    assertThat(answers).hasSize(4000);
  }

  @Test
  void whatWasLetInIsStillAnsweredWhenTheThreadsEnd() {
    ModelLease lease = lease(DailyBundles.slow(9));
    InferenceThreads threads = threads(2, 4096, 0);
    ModelSession session = session(threads, lease, null);
    PendingPredictions before = session.submit(repeated(300), false);

    threads.close();

    assertThat(before.done()).isTrue();
    assertThat(before.get()).hasSize(300);
    assertThatExceptionOfType(ShuttingDownException.class)
        .isThrownBy(() -> session.submit(repeated(1), false));
  }

  private static void assertSame(Prediction actual, Prediction expected) {
    assertThat(actual.id()).isEqualTo(expected.id());
    assertThat(actual.probability()).isCloseTo(expected.probability(), TOLERANCE);
    assertThat(actual.steps() == null).isEqualTo(expected.steps() == null);
    if (actual.steps() != null && expected.steps() != null) {
      assertThat(actual.steps()).containsExactly(expected.steps(), TOLERANCE);
    }
  }

  private ModelLease lease(LoadedBundle bundle) {
    ModelLease lease = Leases.of(ManeuverModel.start(bundle));
    open.add(lease);
    return lease;
  }

  private InferenceThreads threads(int number, int queue, int callerWindows) {
    InferenceSettings settings =
        new InferenceSettings(number, queue, PATIENCE, callerWindows, 256, Duration.ofMillis(1));
    InferenceThreads threads = new InferenceThreads(settings, new Counts());
    open.add(threads);
    return threads;
  }

  private ModelSession session(
      InferenceThreads threads, ModelLease lease, @Nullable String caller) {
    ServedWindows runner = new ServedWindows(threads, lease, new CallTerms(PATIENCE, caller));
    return new ModelSession(lease.share(), runner, SolarFlux.NONE, () -> {});
  }

  private static List<FeatureWindow> repeated(int count) {
    List<FeatureWindow> some = mixed(30);
    return IntStream.range(0, count).mapToObj(i -> some.get(i % some.size())).toList();
  }

  /** Every third one of 60 days, the others of 30. */
  private static List<FeatureWindow> mixed(int count) {
    DailySeries series =
        DailySeries.of(
            new MadeUpHistory(2).burn(100.2, 1, 0).burn(300, 0, 5).days(count + 60),
            SolarFlux.NONE);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              FeatureWindow window = series.window(i, i % 3 == 0 ? 60 : 30);
              return new FeatureWindow(
                  "window " + i, null, null, window.days(), window.width(), window.values());
            })
        .toList();
  }

  private final class Counts implements InferenceListener {

    @Override
    public void ran(ModelBundle model, int windows, long nanos) {
      batchSizes.add(windows);
      run.addAndGet(windows);
    }

    @Override
    public void refused(OverloadedException.Cause cause, int windows) {
      refused.incrementAndGet();
    }

    @Override
    public void dropped(ModelBundle model, int windows) {
      dropped.addAndGet(windows);
    }
  }
}
