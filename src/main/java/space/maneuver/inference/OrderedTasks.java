package space.maneuver.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on several threads and passes their results on in the order of the tasks. Tasks are
 * added, and results received, by one thread, which runs tasks too while it waits for a result: it
 * makes progress even if the executor is busy or runs nothing at all.
 *
 * <p>The number of tasks whose results have not been passed on is limited, and with it the memory.
 *
 * @param <T> the result of a task
 */
public final class OrderedTasks<T extends @Nullable Object> implements AutoCloseable {

  /** Tasks per thread: one being worked on, one waiting or done. */
  private static final int PENDING = 2;

  private final Executor executor;
  private final Runnable close;
  private final int limit;
  private final Consumer<? super T> next;
  private final Deque<Task> pending = new ArrayDeque<>();

  /**
   * @param executor runs tasks beside the thread that adds them; may drop tasks
   * @param limit greatest number of tasks whose results have not been passed on, at least 1
   * @param next receives the results
   */
  public OrderedTasks(Executor executor, int limit, Consumer<? super T> next) {
    this(executor, limit, next, () -> {});
  }

  private OrderedTasks(Executor executor, int limit, Consumer<? super T> next, Runnable close) {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit must be at least 1, not " + limit);
    }
    this.executor = executor;
    this.limit = limit;
    this.next = next;
    this.close = close;
  }

  /**
   * Starts threads for some tasks, which end when these are closed.
   *
   * @param threads number of threads, at least 1, including the one that adds the tasks
   * @param next receives the results
   */
  public static <T extends @Nullable Object> OrderedTasks<T> onThreads(
      int threads, Consumer<? super T> next) {
    if (threads == 1) {
      return new OrderedTasks<>(unused -> {}, 1, next);
    }
    ExecutorService others = Executors.newFixedThreadPool(threads - 1);
    return new OrderedTasks<>(others, PENDING * threads, next, others::shutdownNow);
  }

  /**
   * Adds a task. Passes on results that are available, and waits for the oldest one if the limit is
   * reached. A task's exception is thrown when its result is due.
   */
  public void add(Supplier<? extends T> work) {
    while (!pending.isEmpty() && (pending.size() >= limit || pending.peek().result.isDone())) {
      passOn();
    }
    Task task = new Task(work);
    pending.add(task);
    executor.execute(task);
  }

  /** Waits for all tasks and passes their results on. */
  public void finish() {
    while (!pending.isEmpty()) {
      passOn();
    }
  }

  private void passOn() {
    Task oldest = pending.element();
    for (Task each : pending) {
      if (oldest.result.isDone()) {
        break;
      }
      each.run();
    }
    try {
      next.accept(oldest.result.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    } finally {
      pending.remove();
    }
  }

  /** Drops tasks that have not started, and waits for those that run. */
  @Override
  public void close() {
    for (Task each : pending) {
      if (!each.started.compareAndSet(false, true)) {
        each.result.exceptionally(thrown -> null).join();
      }
    }
    pending.clear();
    close.run();
  }

  private final class Task implements Runnable {

    private final Supplier<? extends T> work;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    Task(Supplier<? extends T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (!started.compareAndSet(false, true)) {
        return;
      }
      try {
        result.complete(work.get());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    }
  }
}
