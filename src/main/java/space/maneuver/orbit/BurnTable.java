package space.maneuver.orbit;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * This project's own table of burns, {@code maneuvers.csv}: times in UTC as ISO 8601, delta-v in
 * m/s, summed over the burns of the row, empty where not published. The last column, the operator's
 * word for the kind of maneuver, is not kept.
 */
public final class BurnTable {

  static final String HEADER =
      "start_utc,end_utc,burns,dv_radial_m_s,dv_along_m_s,dv_cross_m_s,kind";

  private static final String[] COLUMNS = HEADER.split(",");
  private static final int MOST_BURNS = 10_000;

  private BurnTable() {}

  /** Writes the table with its header. */
  public static void write(List<Burn> burns, Appendable to) throws IOException {
    to.append(HEADER).append('\n');
    for (Burn burn : burns) {
      to.append(burn.start() + "," + burn.end() + "," + burn.burns() + ",");
      to.append(number(burn.radial()) + "," + number(burn.alongTrack()) + ",");
      to.append(number(burn.crossTrack())).append(",\n");
    }
  }

  static Burn parse(String line) throws FieldFault {
    LogFields fields = new LogFields(line.split(",", -1));
    if (fields.count() != COLUMNS.length) {
      throw new FieldFault(
          "line", Integer.toString(fields.count()), "fields instead of " + COLUMNS.length);
    }
    Instant start = instant(fields, 0);
    Instant end = instant(fields, 1);
    if (end.isBefore(start)) {
      throw new FieldFault(COLUMNS[1], fields.text(1), "lies before the start");
    }
    return new Burn(
        start,
        end,
        fields.whole(2, COLUMNS[2], 0, MOST_BURNS),
        deltaV(fields, 3),
        deltaV(fields, 4),
        deltaV(fields, 5));
  }

  private static Instant instant(LogFields fields, int index) throws FieldFault {
    try {
      return Instant.parse(fields.text(index));
    } catch (DateTimeException e) {
      throw new FieldFault(
          COLUMNS[index], fields.text(index), "must be a time such as 2024-05-06T12:34:56Z");
    }
  }

  private static double deltaV(LogFields fields, int index) throws FieldFault {
    return fields.text(index).isEmpty() ? Double.NaN : fields.decimal(index, COLUMNS[index]);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
