package space.maneuver.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import space.maneuver.bench.measurement.LocalLoad;
import space.maneuver.bench.measurement.Measurement;
import space.maneuver.bench.measurement.Spans;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.SessionFactory;
import space.maneuver.inference.ShuttingDownException;
import space.maneuver.inference.WindowRunner;

/**
 * Measures how much background work slows down requests: in-process predictions without and with a
 * full backlog, in short alternating turns so that both meet the same conditions.
 */
final class BacklogBench {

  private static final int TURNS = 6;
  private static final int FEEDERS = 2;
  private static final double LEAST_SHARE = 0.9;
  private static final String BACKLOG = ", full backlog";

  private final BenchModel model;
  private final SessionFactory sessions;
  private final Spans spans;
  private final List<ServingRow> serving = new ArrayList<>();
  private final List<BenchRow> rows = new ArrayList<>();

  BacklogBench(BenchModel model, SessionFactory sessions, Spans spans) {
    this.model = model;
    this.sessions = sessions;
    this.spans = spans;
  }

  void run() {
    int processors = Runtime.getRuntime().availableProcessors();
    measure("in process, 256 windows", model.windows(), 2 * processors);
    measure("in process, 1 window, 1 caller", model.windows().subList(0, 1), 1);
    measure("in process, 1 window, 8 callers", model.windows().subList(0, 1), 8);
  }

  private void measure(String way, List<FeatureWindow> windows, int callers) {
    predict(windows, callers, spans);
    Spans turn = spans.turn(TURNS);
    Measurement without = predict(windows, callers, turn);
    Measurement with = predictBesideBacklog(windows, callers, turn);
    for (int done = 1; done < TURNS; done++) {
      without = without.plus(predict(windows, callers, turn));
      with = with.plus(predictBesideBacklog(windows, callers, turn));
    }
    serving.add(ServingRow.of(model.name(), way, ServingRow.WINDOWS, without, 0));
    serving.add(ServingRow.of(model.name(), way + BACKLOG, ServingRow.WINDOWS, with, 0));
    rows.add(
        BenchRow.atLeast(
            way + BACKLOG,
            with.perSecond() / without.perSecond(),
            "x windows/s without backlog",
            LEAST_SHARE));
  }

  private Measurement predict(List<FeatureWindow> windows, int callers, Spans turn) {
    return LocalLoad.run(
        callers, turn, () -> () -> ModelBench.predict(sessions, model.name(), windows));
  }

  private Measurement predictBesideBacklog(List<FeatureWindow> windows, int callers, Spans turn) {
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService feeders = Executors.newFixedThreadPool(FEEDERS);
    try {
      for (int i = 0; i < FEEDERS; i++) {
        feeders.execute(() -> feed(ended));
      }
      return predict(windows, callers, turn);
    } finally {
      ended.set(true);
      feeders.shutdownNow();
      awaitEnd(feeders);
    }
  }

  /** Keeps the background queue full until the flag is set. */
  private void feed(AtomicBoolean ended) {
    try (ModelSession session = sessions.open(model.name())) {
      WindowRunner background = session.background();
      while (!ended.get()) {
        background.logits(model.windows());
      }
    } catch (ShuttingDownException e) {
      // The turn has ended.
    }
  }

  private static void awaitEnd(ExecutorService feeders) {
    try {
      feeders.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the measurements of each way, without and with the backlog. */
  List<ServingRow> serving() {
    return serving;
  }

  /** Returns the relative speed with the backlog. */
  List<BenchRow> rows() {
    return rows;
  }
}
