package space.maneuver.features;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Solar radio flux at 10.7 cm (F10.7) by day, in solar flux units (1e-22 W m-2 Hz-1). */
public final class SolarFlux {

  /** Without data for any day. */
  public static final SolarFlux NONE = new SolarFlux(Map.of());

  private static final String DATE = "DATE";
  private static final String FLUX = "F10.7_OBS";
  private static final int MOST_DAYS = 100_000;

  private final Map<Long, Float> byDay;

  private SolarFlux(Map<Long, Float> byDay) {
    this.byDay = byDay;
  }

  /**
   * Reads the space weather file that CelesTrak publishes as CSV (columns {@value #DATE} and
   * {@value #FLUX}; others are ignored, as are days without a value).
   *
   * @throws IOException if the file cannot be read or has another form; the message names the file,
   *     and the line if the file is text
   */
  public static SolarFlux read(Path file) throws IOException {
    Map<Long, Float> byDay = new HashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String header = reader.readLine();
      List<String> names = header == null ? List.of() : Arrays.asList(header.trim().split(",", -1));
      int date = names.indexOf(DATE);
      int flux = names.indexOf(FLUX);
      if (date < 0 || flux < 0) {
        throw new IOException(file + ", line 1: columns " + DATE + " and " + FLUX + " expected");
      }
      String line;
      for (int number = 2; (line = reader.readLine()) != null; number++) {
        String[] cells = line.trim().split(",", -1);
        if (line.isBlank() || (cells.length > flux && cells[flux].isBlank())) {
          continue;
        }
        try {
          byDay.put(LocalDate.parse(cells[date]).toEpochDay(), value(cells[flux]));
        } catch (DateTimeParseException
            | NumberFormatException
            | ArrayIndexOutOfBoundsException e) {
          throw new IOException(
              file + ", line " + number + ": expected a date and its flux, found: " + line, e);
        }
        if (byDay.size() > MOST_DAYS) {
          throw new IOException(file + ": more than " + MOST_DAYS + " days");
        }
      }
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not UTF-8 text", e);
    }
    return new SolarFlux(byDay);
  }

  private static float value(String cell) {
    float value = Float.parseFloat(cell.trim());
    if (!(value > 0 && value < 1000)) {
      throw new NumberFormatException("the flux must be between 0 and 1000 sfu");
    }
    return value;
  }

  /**
   * F10.7 of a day.
   *
   * @param day days since 1970-01-01 UTC
   * @return NaN if unknown
   */
  public float of(long day) {
    return byDay.getOrDefault(day, Float.NaN);
  }
}
