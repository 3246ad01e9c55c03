package space.maneuver.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.orbit.format.Rejection;

/**
 * A record of a request that could not be used, or an object, which has neither line nor index.
 *
 * @param file that contains it, if a command reads several
 * @param line position in a text, 1-based
 * @param index position in a list, 0-based
 * @param field invalid field, by its name in the format
 * @param value the value found there; null if there was none
 * @param reason explanation for humans
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectedRecord(
    @Nullable String file,
    @Nullable Long line,
    @Nullable Long index,
    String field,
    @Nullable String value,
    String reason) {

  public static RejectedRecord of(Rejection rejection) {
    Long place = rejection.place();
    return new RejectedRecord(
        rejection.file(),
        rejection.inList() ? null : place,
        rejection.inList() ? place : null,
        rejection.field(),
        rejection.value(),
        rejection.reason());
  }

  /** Returns an object whose records cannot be used together. */
  public static RejectedRecord of(int noradId, ObjectError error) {
    return new RejectedRecord(
        null, null, null, "noradId", Integer.toString(noradId), error.reason());
  }
}
