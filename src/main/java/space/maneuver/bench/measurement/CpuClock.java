package space.maneuver.bench.measurement;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Measures work by the processor time of the thread that does it. */
public final class CpuClock {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NANOSECONDS = 1e9;

  private CpuClock() {}

  /** Something that is done again and again. */
  public interface Work {

    /** Does it once, and tells of how many element sets. */
    long run() throws IOException;
  }

  /**
   * Element sets per second of processor time.
   *
   * @param seconds the work is repeated until it has taken so long; it is done once at least
   */
  public static double rate(double seconds, Work work) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    long elapsed;
    long done = 0;
    do {
      done += work.run();
      elapsed = THREADS.getCurrentThreadCpuTime() - start;
    } while (elapsed < seconds * NANOSECONDS);
    return done * NANOSECONDS / elapsed;
  }
}
