package space.maneuver.bench.measurement;

import java.time.Duration;

/**
 * How long a row of the table is measured.
 *
 * @param warmUp before anything counts
 * @param measured what counts
 */
public record Spans(Duration warmUp, Duration measured) {

  public static final Spans FULL = new Spans(Duration.ofSeconds(3), Duration.ofSeconds(8));
  public static final Spans QUICK = new Spans(Duration.ofMillis(700), Duration.ofMillis(1300));

  /** One of several turns, which together take twice as long. */
  public Spans turn(int turns) {
    return new Spans(
        warmUp.multipliedBy(2).dividedBy(turns), measured.multipliedBy(2).dividedBy(turns));
  }
}
