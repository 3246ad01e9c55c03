package space.maneuver.bench.measurement;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Measures repeated calls from threads of this process. */
public final class LocalLoad {

  private static final int DIGITS = 3;

  private LocalLoad() {}

  /** Work repeated by one thread. */
  public interface Work {

    /** Does the work once and returns the number of windows. */
    int run();
  }

  private record Share(long work, Histogram latency) {}

  /**
   * Measures work on several threads.
   *
   * @param work creates the work of each thread
   */
  public static Measurement run(int threads, Spans spans, Supplier<Work> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Work> works = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        works.add(work.get());
      }
      together(pool, works, spans.warmUp());
      long cpu = cpu();
      long start = System.nanoTime();
      List<Share> shares = together(pool, works, spans.measured());
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      Histogram latency = new Histogram(DIGITS);
      shares.forEach(each -> latency.add(each.latency));
      long done = shares.stream().mapToLong(Share::work).sum();
      return new Measurement(done, elapsed, Duration.ofNanos(cpu() - cpu), Duration.ZERO, latency);
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Share> together(ExecutorService pool, List<Work> works, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    List<Callable<Share>> calls = new ArrayList<>();
    works.forEach(work -> calls.add(() -> until(end, work)));
    try {
      List<Share> shares = new ArrayList<>();
      for (Future<Share> each : pool.invokeAll(calls)) {
        shares.add(each.get());
      }
      return shares;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Share until(long end, Work work) {
    Histogram latency = new Histogram(DIGITS);
    long done = 0;
    long now = System.nanoTime();
    while (now < end) {
      done += work.run();
      long after = System.nanoTime();
      latency.recordValue(after - now);
      now = after;
    }
    return new Share(done, latency);
  }

  /** Returns the CPU time of this process, ns. */
  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
