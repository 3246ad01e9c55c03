package space.maneuver.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import space.maneuver.orbit.ElementSet;

/** Two-line element sets that were really published, and changes of their columns. */
public final class PublishedTles {

  /** Of the verification set of Vallado et al., "Revisiting Spacetrack Report #3", 2006. */
  public static final String VANGUARD =
      """
      1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
      2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667
      """;

  /** Of the article "Two-line element set" of Wikipedia. */
  public static final String STATION =
      """
      1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
      2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
      """;

  public static final String LINE_1 = STATION.lines().toList().get(0);
  public static final String LINE_2 = STATION.lines().toList().get(1);

  /** What {@link #STATION} means. */
  public static final ElementSet STATION_ELEMENTS = read(STATION);

  private static final int CHECKSUM = 68;

  private PublishedTles() {}

  private static ElementSet read(String text) {
    try {
      return Reading.of(text).only();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line with other characters from a column on, 1-based, and the checksum set right. */
  public static String with(String line, int column, String text) {
    String changed =
        line.substring(0, column - 1) + text + line.substring(column - 1 + text.length());
    String summed = changed.substring(0, CHECKSUM);
    return summed
        + summed.chars().map(c -> c == '-' ? 1 : Math.max(0, Character.digit(c, 10))).sum() % 10;
  }

  public static String pair(String line1, String line2) {
    return line1 + "\n" + line2 + "\n";
  }
}
