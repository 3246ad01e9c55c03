package space.maneuver.orbit.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.FieldFault;

/** The maneuver logs that operators publish. */
public final class BurnLog {

  private BurnLog() {}

  /**
   * Reads a log: a table of the form of {@link BurnTable} when the name ends in ".csv", else a log
   * of the International DORIS Service.
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
}
