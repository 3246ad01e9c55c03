package space.maneuver.orbit.format;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.Rejection.FieldFault;
import space.maneuver.orbit.format.TleReader.TleParser;

/** Converts single records that do not come in a document, such as the rows of a table. */
public final class TableRecord {

  /** Names of the fields of GP data that are read, as in CCSDS 502.0-B-3. */
  public static final List<String> FIELDS =
      Arrays.stream(GpField.values()).map(Enum::name).toList();

  /** Those of {@link #FIELDS} that a record must have. */
  public static final List<String> REQUIRED = GpField.REQUIRED.stream().map(Enum::name).toList();

  private TableRecord() {}

  /**
   * Converts a record of GP data.
   *
   * @param fields returns the text of a field of {@link #FIELDS}, in the catalogues' units; null or
   *     blank if missing
   * @throws FieldFault for the first field at fault
   */
  public static ElementSet ofFields(Function<String, @Nullable String> fields) throws FieldFault {
    GpRecord record = new GpRecord();
    for (GpField field : GpField.values()) {
      record.set(field, fields.apply(field.name()));
    }
    return record.toElementSet();
  }

  /**
   * Converts a two-line element set.
   *
   * @param name of the object, if known
   * @throws FieldFault for the first field at fault
   */
  public static ElementSet ofLines(@Nullable String name, String line1, String line2)
      throws FieldFault {
    String first = checked(line1, '1');
    int satellite = TleParser.satellite(first);
    TleParser.Line1 fields = TleParser.line1(first);
    String second = checked(line2, '2');
    if (TleParser.satellite(second) != satellite) {
      throw new FieldFault(
          "satellite number", second.substring(2, 7), "line 1 has " + first.substring(2, 7));
    }
    return TleParser.elements(satellite, name, fields, second);
  }

  private static String checked(String line, char number) throws FieldFault {
    String text = line.stripTrailing();
    if (text.isEmpty() || text.charAt(0) != number) {
      throw new FieldFault("line " + number, line, "does not begin with " + number);
    }
    TleParser.checkLine(text);
    return text;
  }
}
