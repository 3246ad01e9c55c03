package space.maneuver.orbit.label;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.format.Rejection.FieldFault;

/**
 * This project's table of burns, {@code maneuvers.csv}: times in UTC (ISO 8601), delta-v in m/s,
 * summed over the burns of a row, empty where not published. The last column, the operator's name
 * for the kind of maneuver, is ignored. A header names the columns in any order; {@code start_utc}
 * and {@code end_utc} (or {@code start} and {@code end}) are required. Without a header a row has
 * all columns in the order in which they are written.
 */
public final class BurnTable {

  static final String HEADER =
      "start_utc,end_utc,burns,dv_radial_m_s,dv_along_m_s,dv_cross_m_s,kind";

  private static final List<String> COLUMNS = List.of(HEADER.split(","));
  private static final Map<String, String> SHORT_NAMES =
      Map.of("start", "start_utc", "end", "end_utc");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int REQUIRED = 2;
  private static final int MOST_BURNS = 10_000;

  private final List<String> columns;

  private BurnTable(List<String> columns) {
    this.columns = columns;
  }

  /** Without a header. */
  static BurnTable ofAllColumns() {
    return new BurnTable(COLUMNS);
  }

  /** Whether a line is a header. */
  static boolean isHeader(String line) {
    return names(line).stream().anyMatch(COLUMNS.subList(0, REQUIRED)::contains);
  }

  static BurnTable of(String header) throws FieldFault {
    List<String> columns = names(header);
    for (int i = 0; i < columns.size(); i++) {
      if (!COLUMNS.contains(columns.get(i))) {
        throw new FieldFault(
            "column",
            columns.get(i),
            "is unknown; expected start_utc, end_utc and any of "
                + String.join(", ", COLUMNS.subList(REQUIRED, COLUMNS.size())));
      }
      if (columns.indexOf(columns.get(i)) < i) {
        throw new FieldFault("column", columns.get(i), "appears twice");
      }
    }
    for (String required : COLUMNS.subList(0, REQUIRED)) {
      if (!columns.contains(required)) {
        throw new FieldFault("column", required, "is missing");
      }
    }
    return new BurnTable(columns);
  }

  private static List<String> names(String header) {
    return Arrays.stream(header.replace(BYTE_ORDER_MARK, "").split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .map(name -> SHORT_NAMES.getOrDefault(name, name))
        .toList();
  }

  /** Writes the table with its header. */
  public static void write(List<Burn> burns, Appendable to) throws IOException {
    to.append(HEADER).append('\n');
    for (Burn burn : burns) {
      to.append(burn.start() + "," + burn.end() + "," + burn.burns() + ",");
      to.append(number(burn.radial()) + "," + number(burn.alongTrack()) + ",");
      to.append(number(burn.crossTrack())).append(",\n");
    }
  }

  Burn parse(String line) throws FieldFault {
    LogFields fields = new LogFields(line.split(",", -1));
    if (fields.count() != columns.size()) {
      throw new FieldFault(
          "line",
          Integer.toString(fields.count()),
          "fields instead of "
              + columns.size()
              + (columns.equals(COLUMNS)
                  ? "; a table with other columns needs a header such as start_utc,end_utc"
                  : ""));
    }
    Instant start = instant(fields, "start_utc");
    Instant end = instant(fields, "end_utc");
    if (end.isBefore(start)) {
      throw new FieldFault("end_utc", end.toString(), "is before the start");
    }
    int burns = columns.indexOf("burns");
    return new Burn(
        start,
        end,
        burns < 0 ? 1 : fields.whole(burns, "burns", 0, MOST_BURNS),
        deltaV(fields, "dv_radial_m_s"),
        deltaV(fields, "dv_along_m_s"),
        deltaV(fields, "dv_cross_m_s"));
  }

  private Instant instant(LogFields fields, String column) throws FieldFault {
    String text = fields.text(columns.indexOf(column));
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new FieldFault(column, text, "must be a time such as 2024-05-06T12:34:56Z");
    }
  }

  private double deltaV(LogFields fields, String column) throws FieldFault {
    int index = columns.indexOf(column);
    return index < 0 || fields.text(index).isEmpty() ? Double.NaN : fields.decimal(index, column);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
