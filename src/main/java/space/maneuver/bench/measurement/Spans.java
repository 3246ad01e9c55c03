package space.maneuver.bench.measurement;

import java.time.Duration;

/**
 * Durations of the measurement of one row.
 *
 * @param warmUp warm-up, not counted
 * @param measured counted time
 */
public record Spans(Duration warmUp, Duration measured) {

  public static final Spans FULL = new Spans(Duration.ofSeconds(3), Duration.ofSeconds(8));
  public static final Spans QUICK = new Spans(Duration.ofMillis(700), Duration.ofMillis(1300));

  /** Returns the durations of one of several turns, which together take twice as long. */
  public Spans turn(int turns) {
    return new Spans(
        warmUp.multipliedBy(2).dividedBy(turns), measured.multipliedBy(2).dividedBy(turns));
  }
}
