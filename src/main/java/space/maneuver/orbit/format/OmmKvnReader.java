package space.maneuver.orbit.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.format.Rejection.FieldFault;

/**
 * Reads Orbit Mean-Elements Messages in keyword-value notation (CCSDS 502.0-B-3, chapters 4 and 7),
 * one or several in sequence. A message starts with its version. If that line is damaged, the
 * creation date after it, or a keyword that the previous message already has, marks the start of
 * the next message. A line without an equals sign is rejected on its own.
 */
final class OmmKvnReader<T> {

  private static final String VERSION = "CCSDS_OMM_VERS";
  private static final String CREATION_DATE = "CREATION_DATE";
  private static final String COMMENT = "COMMENT";

  /** Delimiters of other orbit data messages, which some writers put around the metadata. */
  private static final Set<String> BRACKETS = Set.of("META_START", "META_STOP");

  private final RecordParser<T> records;
  private final Consumer<T> good;
  private final Consumer<Rejection> bad;
  private final GpRecord record = new GpRecord();
  private final long[] places = new long[GpField.values().length];

  private boolean open;
  private boolean hasFields;
  private long start;
  private @Nullable Rejection rejection;

  OmmKvnReader(RecordParser<T> records, Consumer<T> good, Consumer<Rejection> bad) {
    this.records = records;
    this.good = good;
    this.bad = bad;
  }

  void read(InputStream in) throws IOException {
    LineReader lines = new LineReader(in);
    while (lines.next()) {
      String text = lines.text().stripLeading();
      int equals = text.indexOf('=');
      String keyword = equals < 0 ? firstWord(text) : text.substring(0, equals).stripTrailing();
      if (keyword.equals(VERSION) || (keyword.equals(CREATION_DATE) && hasFields)) {
        finish();
        begin(lines.number());
      }
      if (!keyword.equals(VERSION) && !firstWord(keyword).equals(COMMENT)) {
        line(lines, text, keyword, equals);
      }
    }
    finish();
  }

  private void line(LineReader lines, String text, String keyword, int equals) {
    GpField field = GpField.ofMessage(keyword);
    long number = lines.number();
    if (field != null) {
      if (!open || record.has(field)) {
        finish();
        begin(number);
      }
      places[field.ordinal()] = number;
      hasFields |= field != GpField.CREATION_DATE;
    }
    try {
      if (equals < 0 && !keyword.isEmpty() && !BRACKETS.contains(keyword)) {
        throw new FieldFault("line", text, "must be of the form KEYWORD = value");
      }
      if (field != null) {
        lines.checkLength();
        record.set(field, value(field, text.substring(equals + 1).stripTrailing()));
      }
    } catch (FieldFault fault) {
      Rejection here = Rejection.atLine(number, fault);
      if (field == null) {
        bad.accept(here);
      } else if (rejection == null) {
        rejection = here;
      }
    }
  }

  private void begin(long number) {
    open = true;
    start = number;
  }

  private void finish() {
    if (open) {
      try {
        if (rejection == null) {
          good.accept(records.gp(record));
        } else {
          bad.accept(rejection);
        }
      } catch (FieldFault fault) {
        bad.accept(Rejection.atLine(place(fault), fault));
      }
    }
    record.clear();
    open = false;
    hasFields = false;
    rejection = null;
  }

  /** The line of the faulty field, or of the message if the field is missing. */
  private long place(FieldFault fault) {
    GpField field = GpField.of(fault.field());
    return field == null || fault.value() == null ? start : places[field.ordinal()];
  }

  /** The value without its unit: "98.6197 [deg]". */
  private static String value(GpField field, String text) throws FieldFault {
    int bracket = field.isQuantity() && text.endsWith("]") ? text.indexOf('[') : -1;
    if (bracket < 0) {
      return text;
    }
    field.checkUnit(text.substring(bracket + 1, text.length() - 1));
    return text.substring(0, bracket);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
