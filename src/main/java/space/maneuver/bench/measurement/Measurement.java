package space.maneuver.bench.measurement;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * A measurement of work under load.
 *
 * @param work number of windows or element sets
 * @param elapsed wall-clock time
 * @param cpu CPU time of the process that did the work
 * @param loadCpu CPU time of the load generator; zero if there is none
 * @param latency latency of a call or request, ns
 */
public record Measurement(
    long work, Duration elapsed, Duration cpu, Duration loadCpu, Histogram latency) {

  private static final double NANOSECONDS = 1e9;
  private static final double MICROSECOND = 1e3;
  private static final double MILLISECOND = 1e6;

  /** Returns the windows or element sets per second. */
  public double perSecond() {
    return work * NANOSECONDS / elapsed.toNanos();
  }

  /** Returns the CPU time per window or element set, us. */
  public double cpuMicros() {
    return cpu.toNanos() / MICROSECOND / work;
  }

  /** Returns the CPU time of the load generator per window or element set, us. */
  public double loadCpuMicros() {
    return loadCpu.toNanos() / MICROSECOND / work;
  }

  /** Returns a percentile of the latency, ms. */
  public double millis(double percent) {
    return latency.getValueAtPercentile(percent) / MILLISECOND;
  }

  /** Returns both measurements together. */
  public Measurement plus(Measurement other) {
    Histogram both = latency.copy();
    both.add(other.latency);
    return new Measurement(
        work + other.work,
        elapsed.plus(other.elapsed),
        cpu.plus(other.cpu),
        loadCpu.plus(other.loadCpu),
        both);
  }
}
