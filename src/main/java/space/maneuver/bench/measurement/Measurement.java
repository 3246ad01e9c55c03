package space.maneuver.bench.measurement;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * Work that was done under load.
 *
 * @param work windows, or element sets
 * @param elapsed wall-clock time
 * @param cpu processor time of the process that did the work
 * @param loadCpu processor time of the load generator; zero where there is none
 * @param latency of a call or request, ns
 */
public record Measurement(
    long work, Duration elapsed, Duration cpu, Duration loadCpu, Histogram latency) {

  private static final double NANOSECONDS = 1e9;
  private static final double MICROSECOND = 1e3;
  private static final double MILLISECOND = 1e6;

  public double perSecond() {
    return work * NANOSECONDS / elapsed.toNanos();
  }

  /** Processor time per window or element set, us. */
  public double cpuMicros() {
    return cpu.toNanos() / MICROSECOND / work;
  }

  public double loadCpuMicros() {
    return loadCpu.toNanos() / MICROSECOND / work;
  }

  /** Latency that some percent of the requests do not exceed, ms. */
  public double millis(double percent) {
    return latency.getValueAtPercentile(percent) / MILLISECOND;
  }

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
