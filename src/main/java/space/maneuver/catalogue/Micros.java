package space.maneuver.catalogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as the database keeps them: microseconds since 1970-01-01T00:00 UTC. */
final class Micros {

  static final long PER_DAY = 86_400_000_000L;

  private static final long PER_SECOND = 1_000_000L;
  private static final long NANOS = 1_000L;

  private Micros() {}

  /** The microsecond that an instant is in; the bounds of what the database keeps beyond these. */
  static long of(Instant instant) {
    if (instant.isBefore(toInstant(Long.MIN_VALUE / 2))) {
      return Long.MIN_VALUE / 2;
    }
    if (instant.isAfter(toInstant(Long.MAX_VALUE / 2))) {
      return Long.MAX_VALUE / 2;
    }
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
  }

  static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
  }

  static @Nullable Instant toInstantOrNull(@Nullable Long micros) {
    return micros == null ? null : toInstant(micros);
  }
}
