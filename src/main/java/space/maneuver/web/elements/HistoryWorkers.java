package space.maneuver.web.elements;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.stereotype.Component;
import space.maneuver.inference.OrderedTasks;

/**
 * Threads that process histories of requests, in addition to the threads of the requests. One
 * request uses at most as many threads as there are cores. If all these threads are busy, each
 * request processes its own histories, so that a large request does not block others.
 */
@Component
public final class HistoryWorkers implements AutoCloseable {

  /** Maximum number of waiting tasks per thread; further ones are left to their requests. */
  private static final int WAITING = 4;

  private final int cores = Runtime.getRuntime().availableProcessors();
  private final TaskDecorator traced = new ContextPropagatingTaskDecorator();
  private final ThreadPoolExecutor threads;

  HistoryWorkers() {
    int others = Math.max(1, cores - 1);
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            others,
            others,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING * others),
            work -> new Thread(work, "histories-" + number.incrementAndGet()),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Creates the tasks of one request.
   *
   * @param next receives the results on the request's thread, in the order of the tasks
   */
  public <T> OrderedTasks<T> tasks(Consumer<? super T> next) {
    Map<String, String> logContext = MDC.getCopyOfContextMap();
    Executor others =
        cores == 1
            ? unused -> {}
            : task -> threads.execute(traced.decorate(() -> run(task, logContext)));
    return new OrderedTasks<>(others, cores, next);
  }

  private static void run(Runnable task, @Nullable Map<String, String> logContext) {
    if (logContext != null) {
      MDC.setContextMap(logContext);
    }
    try {
      task.run();
    } finally {
      MDC.clear();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
