package space.maneuver.orbit;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The epoch of a GP record: ISO 8601 in UTC, with a blank or a T, with or without a Z. */
final class GpEpoch {

  private static final int FIRST_YEAR = 1957;
  private static final int LAST_YEAR = 2100;
  private static final int DATE_LENGTH = 10;

  private GpEpoch() {}

  /** The nearest tick of {@link ElementSet#epochTicks()}. */
  static long parse(String text) throws FieldFault {
    String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    if (local.length() > DATE_LENGTH && local.charAt(DATE_LENGTH) == ' ') {
      local = local.substring(0, DATE_LENGTH) + "T" + local.substring(DATE_LENGTH + 1);
    }
    try {
      LocalDateTime epoch = LocalDateTime.parse(local);
      if (epoch.getYear() >= FIRST_YEAR && epoch.getYear() < LAST_YEAR) {
        return ElementSet.ticks(epoch.toInstant(ZoneOffset.UTC));
      }
    } catch (DateTimeException e) {
      // Refused below, like a date out of bounds.
    }
    throw new FieldFault(
        GpField.EPOCH.name(),
        text,
        "must be a UTC date and time such as 2024-05-06T12:34:56.789012 from 1957 on");
  }
}
