package space.maneuver.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.orbit.format.Rejection;

/**
 * One record of a request that was not usable, or one object, which has neither line nor index.
 *
 * @param file that it stands in, where a command reads several
 * @param line where it stands in a text, 1-based
 * @param index where it stands in a list, 0-based
 * @param field at fault, by its name in the format
 * @param value what stood there; null when nothing did
 * @param reason what is wrong, for a person
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

  /** An object none of whose records is usable together with the others. */
  public static RejectedRecord of(int noradId, ObjectError error) {
    return new RejectedRecord(
        null, null, null, "noradId", Integer.toString(noradId), error.reason());
  }
}
