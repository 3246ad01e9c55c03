package space.maneuver.detection;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time from which on maneuvers are wanted. */
public final class Since {

  /** What a text must be. */
  public static final String RULE =
      "must be a number of days or hours up to now, such as 7d or 36h, or a time, such as"
          + " 2026-01-31 or 2026-01-31T12:00:00Z";

  private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([dh])");

  private Since() {}

  /**
   * Reads a time.
   *
   * @param now from which days and hours count back
   * @throws IllegalArgumentException if the text is none; the message is {@link #RULE}
   */
  public static Instant parse(String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      long count = Long.parseLong(ago.group(1));
      return now.minus(ago.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count));
    }
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(RULE, e);
    }
  }
}
