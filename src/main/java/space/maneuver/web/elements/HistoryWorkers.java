package space.maneuver.web.elements;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.stereotype.Component;
import space.maneuver.inference.OrderedTasks;

/**
 * Threads that work on the histories of requests beside the requests' own threads. A request uses
 * at most as many threads as there are cores. If these threads are busy, requests do their own
 * work, so that a large request does not hold up others.
 */
@Component
public final class HistoryWorkers implements AutoCloseable {

  /** Tasks waiting for each thread; further ones are left to their requests. */
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
   * Tasks of one request.
   *
   * @param next receives their results on the request's thread, in the order of the tasks
   */
  public <T> OrderedTasks<T> tasks(Consumer<? super T> next) {
    Executor others = cores == 1 ? unused -> {} : task -> threads.execute(traced.decorate(task));
    return new OrderedTasks<>(others, cores, next);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
