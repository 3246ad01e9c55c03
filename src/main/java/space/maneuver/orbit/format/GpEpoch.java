package space.maneuver.orbit.format;

import space.maneuver.orbit.ElementSet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The epoch of a GP record: UTC in one of the two forms of CCSDS 301.0-B, "2024-05-06T12:34:56.789"
 * and "2024-127T12:34:56.789", with a T or a blank, with or without a Z.
 */
final class GpEpoch {

  private static final int FIRST_YEAR = 1957;
  private static final int LAST_YEAR = 2100;
  private static final int DATE_LENGTH = 10;
  private static final int ORDINAL_DATE_LENGTH = 8;

  private GpEpoch() {}

  /** The nearest tick of {@link ElementSet#epochTicks()}. */
  static long parse(String text) throws FieldFault {
    String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    try {
      LocalDateTime epoch =
          isSeparator(local, ORDINAL_DATE_LENGTH) ? ofDayOfYear(local) : ofDate(local);
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

  private static LocalDateTime ofDate(String text) {
    return LocalDateTime.parse(
        isSeparator(text, DATE_LENGTH)
            ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1)
            : text);
  }

  private static LocalDateTime ofDayOfYear(String text) {
    return LocalDateTime.of(
        LocalDate.parse(text.substring(0, ORDINAL_DATE_LENGTH), DateTimeFormatter.ISO_ORDINAL_DATE),
        LocalTime.parse(text.substring(ORDINAL_DATE_LENGTH + 1)));
  }

  private static boolean isSeparator(String text, int index) {
    return text.length() > index && (text.charAt(index) == ' ' || text.charAt(index) == 'T');
  }
}
