package space.maneuver.orbit.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.Rejection.FieldFault;

/** Reads maneuver logs published by operators. */
public final class BurnLog {

  private BurnLog() {}

  /**
   * Reads a log: a {@link BurnTable} if the file name ends in ".csv", else a log of the
   * International DORIS Service.
   *
   * @return in the order of the log
   * @throws UnreadableInputException naming file, line, field and value of the first fault
   */
  public static List<Burn> read(Path file) throws IOException {
    BurnTable table = file.toString().endsWith(".csv") ? BurnTable.ofAllColumns() : null;
    List<Burn> burns = new ArrayList<>();
    long number = 0;
    boolean first = true;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        if (table != null && first && BurnTable.isHeader(line)) {
          table = BurnTable.of(line);
        } else {
          burns.add(table == null ? DorisBurn.parse(line) : table.parse(line));
        }
        first = false;
      }
    } catch (FieldFault fault) {
      throw new UnreadableInputException(
          String.format(
              "%s, line %d: %s '%s' %s",
              file, number, fault.field(), fault.value(), fault.reason()),
          fault);
    }
    return burns;
  }

  /**
   * One line of a maneuver log of the International DORIS Service: satellite, start and end as
   * year, day of year, hour and minute; then, if published, a parameter code, the number of burns
   * and 15 fields per burn, of which the seventh to ninth are the radial, along-track and
   * cross-track delta-v, m/s.
   */
  private static final class DorisBurn {

    private static final int TIMES = 9;
    private static final int HEADER = 11;
    private static final int PER_BURN = 15;
    private static final int DELTA_V = 6;
    private static final int MOST_BURNS = 100;

    private DorisBurn() {}

    static Burn parse(String line) throws FieldFault {
      LogFields fields = new LogFields(line.strip().split("\\s+"));
      if (fields.count() != TIMES && fields.count() < HEADER) {
        throw count(fields, "fields; a line has 9, or 11 plus 15 for each burn");
      }
      Instant start = time(fields, 1, "start");
      Instant end = time(fields, 5, "end");
      if (end.isBefore(start)) {
        throw new FieldFault("end", end.toString(), "is before the start");
      }
      if (fields.count() == TIMES) {
        return new Burn(start, end, 1, Double.NaN, Double.NaN, Double.NaN);
      }
      int burns = fields.whole(HEADER - 1, "number of burns", 0, MOST_BURNS);
      if (fields.count() != HEADER + PER_BURN * burns) {
        throw count(fields, "fields instead of " + (HEADER + PER_BURN * burns));
      }
      return new Burn(
          start,
          end,
          burns,
          sum(fields, burns, DELTA_V, "radial delta-v"),
          sum(fields, burns, DELTA_V + 1, "along-track delta-v"),
          sum(fields, burns, DELTA_V + 2, "cross-track delta-v"));
    }

    private static double sum(LogFields fields, int burns, int offset, String field)
        throws FieldFault {
      double sum = 0;
      for (int burn = 0; burn < burns; burn++) {
        sum += fields.decimal(HEADER + burn * PER_BURN + offset, field);
      }
      return sum;
    }

    private static Instant time(LogFields fields, int index, String which) throws FieldFault {
      int year = fields.whole(index, which + " year", 1957, 2100);
      int day = fields.whole(index + 1, which + " day of year", 1, Year.of(year).length());
      int hour = fields.whole(index + 2, which + " hour", 0, 23);
      int minute = fields.whole(index + 3, which + " minute", 0, 59);
      return LocalDate.ofYearDay(year, day).atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    private static FieldFault count(LogFields fields, String reason) {
      return new FieldFault("line", Integer.toString(fields.count()), reason);
    }
  }
}
