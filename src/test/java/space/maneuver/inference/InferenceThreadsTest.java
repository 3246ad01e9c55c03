package space.maneuver.inference;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import space.maneuver.detection.WindowPredictor;
import space.maneuver.features.DailySeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.Leases;
import space.maneuver.model.registry.ModelLease;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.KeplerHistory;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InferenceThreadsTest {

  private static final Offset<Double> TOLERANCE = within(1e-4);
  private static final RequestLimits LIMITS = RequestLimits.PATIENT;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final HeldBatches held = new HeldBatches(new Counts());
  private final AtomicInteger run = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    held.release();
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void windowsOfManyCallersGetTheSameLogitsAsAloneAndInOrder(boolean steps) throws Exception {
    ModelLease lease = lease(DailyBundles.random(1));
    WindowPredictor alone = new WindowPredictor(lease.model());
    InferenceThreads threads = threads(2, 4096, 0);
    ExecutorService callers = Executors.newFixedThreadPool(8);
    open.add(callers::shutdownNow);
    List<FeatureWindow> windows = mixed(400);
    List<Future<List<Prediction>>> answers = new ArrayList<>();
    for (int caller = 0; caller < 40; caller++) {
      List<FeatureWindow> own = windows.subList(caller * 10, caller * 10 + 1 + caller % 10);
      answers.add(callers.submit(() -> session(threads, lease).predict(own, steps, LIMITS)));
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void runnerReturnsWhatTheNetworkReturnsInProcessWhateverElseRuns(boolean steps) throws Exception {
    ModelLease lease = lease(DailyBundles.random(1));
    WindowRunner alone = new InProcessRunner(lease.model());
    InferenceThreads threads = threads(2, 4096, 0);
    ModelSession session = session(threads, lease);
    ExecutorService callers = Executors.newFixedThreadPool(8);
    open.add(callers::shutdownNow);
    List<FeatureWindow> all = mixed(1300);
    List<List<FeatureWindow>> objects = new ArrayList<>();
    for (int size : new int[] {1, 1300, 1, 2, 700, 3, 40, 1}) {
      objects.add(all.subList(0, size));
    }
    List<Future<float[][]>> answers = new ArrayList<>();
    for (List<FeatureWindow> windows : objects) {
      answers.add(callers.submit(() -> logits(session.runner(LIMITS), windows, steps)));
      session(threads, lease).submit(repeated(30), steps, LIMITS);
    }

    for (int i = 0; i < objects.size(); i++) {
      assertThat(answers.get(i).get()).isDeepEqualTo(logits(alone, objects.get(i), steps));
    }
  }

  private static float[][] logits(WindowRunner runner, List<FeatureWindow> windows, boolean steps) {
    return steps ? runner.stepLogits(windows) : new float[][] {runner.logits(windows)};
  }

  @Test
  void requestLargerThanTheQueueIsSubmittedInPieces() {
    ModelLease lease = lease(DailyBundles.random(2));
    InferenceThreads threads = threads(2, 100, 0);
    List<FeatureWindow> windows = repeated(4096);

    List<Prediction> answers = session(threads, lease).predict(windows, false, LIMITS);

    List<Prediction> expected = new WindowPredictor(lease.model()).predict(windows, false);
    assertThat(answers).hasSize(4096);
    for (int i = 0; i < 4096; i++) {
      assertSame(answers.get(i), expected.get(i));
    }
    assertThat(refused).hasValue(0);
  }

  @Test
  void fullQueueRefusesAtOnceAndRunsWhatItHolds() throws Exception {
    ModelLease lease = lease(DailyBundles.random(1));
    InferenceThreads threads = threads(1, 50, 0);
    held.hold();
    List<ModelSession.Pending> admitted = new ArrayList<>();
    admitted.add(session(threads, lease).submit(repeated(1), false, LIMITS));
    held.awaitTaken();
    for (int i = 0; i < 5; i++) {
      admitted.add(session(threads, lease).submit(repeated(10), false, LIMITS));
    }

    assertThat(threads.waiting()).isEqualTo(50);
    assertThat(threads.refusal()).isNotNull();
    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> session(threads, lease).submit(repeated(1), false, LIMITS))
        .satisfies(e -> assertThat(e.bound()).isEqualTo(OverloadedException.Cause.QUEUE));
    assertThat(refused).hasValue(1);

    held.release();
    assertThat(admitted.remove(0).get()).hasSize(1);
    assertThat(admitted).allSatisfy(each -> assertThat(each.get()).hasSize(10));
    assertThat(threads.waiting()).isZero();
    assertThat(threads.refusal()).isNull();
  }

  @Test
  void admittedSessionWaitsForRoom() throws Exception {
    ModelLease lease = lease(DailyBundles.random(2));
    InferenceThreads threads = threads(1, 20, 0);
    ExecutorService caller = Executors.newSingleThreadExecutor();
    open.add(caller::shutdownNow);
    held.hold();

    Future<List<ModelSession.Pending>> all =
        caller.submit(
            () -> {
              ModelSession session = session(threads, lease);
              List<ModelSession.Pending> submitted = new ArrayList<>();
              for (int i = 0; i < 8; i++) {
                submitted.add(session.submit(repeated(10), false, LIMITS));
              }
              return submitted;
            });

    held.awaitTaken();
    assertThat(all.isDone()).isFalse();
    held.release();
    assertThat(all.get()).hasSize(8).allSatisfy(each -> assertThat(each.get()).hasSize(10));
    assertThat(refused).hasValue(0);
  }

  @Test
  void windowsOfAClosedSessionLeaveTheQueueWithoutBeingRun() throws Exception {
    ModelLease lease = lease(DailyBundles.random(3));
    InferenceThreads threads = threads(1, 4096, 0);
    held.hold();
    ModelSession.Pending kept = session(threads, lease).submit(repeated(1), false, LIMITS);
    held.awaitTaken();
    ModelSession session = session(threads, lease);
    ModelSession.Pending cancelled = session.submit(repeated(200), false, LIMITS);

    session.close();

    assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(cancelled::get);
    assertThat(threads.waiting()).isZero();
    assertThat(dropped).hasValue(200);
    held.release();
    assertThat(kept.get()).hasSize(1);
    assertThat(run).hasValue(1);
  }

  @Test
  void closedSessionFreesItsModelWhenItsLastBatchIsDone() throws Exception {
    int before = ManeuverModel.live();
    ModelLease lease = lease(DailyBundles.random(4));
    InferenceThreads threads = threads(1, 4096, 0);
    ModelSession session = session(threads, lease);
    held.hold();
    session.submit(repeated(512), false, LIMITS);
    held.awaitTaken();

    session.close();
    lease.close();

    assertThat(threads.waiting()).isZero();
    assertThat(ManeuverModel.live()).isEqualTo(before + 1);
    held.release();
    threads.close();
    assertThat(ManeuverModel.live()).isEqualTo(before);
  }

  @Test
  void workPastItsDeadlineIsNotDone() throws Exception {
    ModelLease lease = lease(DailyBundles.random(5));
    InferenceThreads threads = threads(1, 4096, 0);
    held.hold();
    ModelSession.Pending first = session(threads, lease).submit(repeated(1), false, LIMITS);
    held.awaitTaken();
    WindowRunner runner =
        session(threads, lease).runner(new RequestLimits(Duration.ofMillis(1), null));

    assertThatExceptionOfType(DeadlineExceededException.class)
        .isThrownBy(() -> runner.logits(repeated(512)));

    assertThat(dropped).hasValue(512);
    held.release();
    assertThat(first.get()).hasSize(1);
    assertThat(session(threads, lease).predict(repeated(1), false, LIMITS)).hasSize(1);
    assertThat(run).hasValue(2);
  }

  @Test
  void windowsWhoseDeadlinePassesInTheQueueFailAndAreNotRun() throws Exception {
    ModelLease lease = lease(DailyBundles.random(5));
    InferenceThreads threads = threads(1, 4096, 0);
    held.hold();
    ModelSession.Pending first = session(threads, lease).submit(repeated(1), false, LIMITS);
    held.awaitTaken();
    ModelSession.Pending late =
        session(threads, lease)
            .submit(repeated(300), false, new RequestLimits(Duration.ofMinutes(1), null));

    held.advance(Duration.ofMinutes(1));
    held.release();

    assertThat(first.get()).hasSize(1);
    assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(late::get);
    assertThat(session(threads, lease).predict(repeated(1), false, LIMITS)).hasSize(1);
    threads.close();
    assertThat(run).hasValue(2);
    assertThat(dropped).hasValue(300);
  }

  @Test
  void lateResultIsDiscarded() throws Exception {
    ModelLease lease = lease(DailyBundles.random(5));
    InferenceThreads threads = threads(1, 4096, 0);
    held.hold();
    ModelSession.Pending late =
        session(threads, lease)
            .submit(repeated(1), false, new RequestLimits(Duration.ofMinutes(1), null));
    held.awaitTaken();

    held.advance(Duration.ofMinutes(1));
    assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(late::get);
    held.release();
    threads.close();

    assertThat(run).hasValue(1);
    assertThat(dropped).hasValue(0);
    assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(late::get);
  }

  @Test
  void eachCallOfASessionHasItsOwnDeadlineAndARunnerOneForAllCalls() {
    ModelLease lease = lease(DailyBundles.random(5));
    InferenceThreads threads = threads(1, 4096, 0);
    ModelSession session = session(threads, lease);
    RequestLimits limits = new RequestLimits(Duration.ofMinutes(1), null);
    WindowRunner runner = session.runner(limits);
    held.advance(Duration.ofMinutes(1));

    assertThatExceptionOfType(DeadlineExceededException.class)
        .isThrownBy(() -> runner.logits(repeated(1)));

    assertThat(session.logits(repeated(1), limits)).hasSize(1);
    assertThat(run).hasValue(1);
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

    List<Prediction> answers = session(threads, lease).predict(windows, false, LIMITS);

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
      session(threads(1, 4096, 0), lease(DailyBundles.failing(6)))
          .predict(List.of(bad), false, LIMITS);
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
  void callerAtItsLimitIsRefusedAndOthersAreNot() throws Exception {
    ModelLease lease = lease(DailyBundles.random(8));
    InferenceThreads threads = threads(1, 4096, 100);
    held.hold();
    ModelSession.Pending mine =
        session(threads, lease).submit(repeated(100), false, limits("mine"));
    held.awaitTaken();

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> session(threads, lease).submit(repeated(1), false, limits("mine")))
        .satisfies(e -> assertThat(e.bound()).isEqualTo(OverloadedException.Cause.CALLER));
    ModelSession.Pending others =
        session(threads, lease).submit(repeated(100), false, limits("other"));

    held.release();
    assertThat(mine.get()).hasSize(100);
    assertThat(others.get()).hasSize(100);
  }

  @Test
  void callerIsAdmittedAgainOnceItsWindowsAreDone() {
    ModelLease lease = lease(DailyBundles.random(8));
    InferenceThreads threads = threads(2, 4096, 100);

    for (int i = 0; i < 3; i++) {
      assertThat(session(threads, lease).predict(repeated(100), false, limits("mine")))
          .hasSize(100);
    }
  }

  @Test
  void requestLargerThanACallersShareIsAnsweredPieceByPiece() {
    ModelLease lease = lease(DailyBundles.random(1));
    InferenceThreads threads = threads(2, 4096, 600);

    List<Prediction> answers =
        session(threads, lease).predict(repeated(4000), false, limits("mine"));

    assertThat(answers).hasSize(4000);
  }

  @Test
  void queuedWindowsAreStillRunWhenTheThreadsClose() {
    ModelLease lease = lease(DailyBundles.random(9));
    InferenceThreads threads = threads(2, 4096, 0);
    ModelSession session = session(threads, lease);
    ModelSession.Pending before = session.submit(repeated(300), false, LIMITS);

    threads.close();

    assertThat(run).hasValue(300);
    assertThat(before.get()).hasSize(300);
    assertThatExceptionOfType(ShuttingDownException.class)
        .isThrownBy(() -> session.submit(repeated(1), false, LIMITS));
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
        new InferenceSettings(
            number, queue, Submissions.LONG, callerWindows, 256, Duration.ofMillis(1));
    InferenceThreads threads = held.start(settings);
    open.add(threads);
    return threads;
  }

  private static ModelSession session(InferenceThreads threads, ModelLease lease) {
    return new ModelSession(threads, lease.share(), () -> {});
  }

  private static RequestLimits limits(String caller) {
    return new RequestLimits(Submissions.LONG, caller);
  }

  private static List<FeatureWindow> repeated(int count) {
    List<FeatureWindow> some = mixed(30);
    return IntStream.range(0, count).mapToObj(i -> some.get(i % some.size())).toList();
  }

  /** Returns windows, every third of 60 days, the others of 30. */
  private static List<FeatureWindow> mixed(int count) {
    DailySeries series =
        DailySeries.of(
            new KeplerHistory(2).burn(100.2, 1, 0).burn(300, 0, 5).days(count + 60),
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
