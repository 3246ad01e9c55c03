package space.maneuver.orbit.label;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.Rejection;

/**
 * A history of one object together with the burns that its operator published. In a directory these
 * are a file {@code elsets} in any format (with the extension {@code .tle}, {@code .txt}, {@code
 * .json}, {@code .csv}, {@code .xml} or {@code .kvn}, optionally followed by {@code .gz}) and
 * {@code maneuvers.csv} or a log whose name ends in {@code man.txt}. If there are several, the
 * first in this order is read. With {@code reviewed.csv}, only what lies in its intervals is known.
 *
 * @param name the directory's name
 * @param history all usable element sets
 * @param burns ascending in start
 * @param reviewed intervals of which every burn is known, ascending in start; null if the operator
 *     published all burns, from the first one to the last one
 */
public record LabelledHistory(
    String name, History history, List<Burn> burns, @Nullable List<Interval> reviewed) {

  /** Columns {@code start_utc,end_utc}: the intervals of which every burn is known. */
  public static final String REVIEWED_TABLE = "reviewed.csv";

  /** Epochs and reviews are rounded differently, d. */
  private static final double ROUNDING_DAYS = 1e-5;

  /** An interval of time, ends included. */
  public record Interval(Instant start, Instant end) {

    private boolean holds(double from, double to) {
      return Ticks.days(start) - ROUNDING_DAYS <= from && to <= Ticks.days(end) + ROUNDING_DAYS;
    }
  }

  private static final List<String> ELEMENT_FILES =
      Stream.of("tle", "txt", "json", "csv", "xml", "kvn")
          .flatMap(format -> Stream.of("elsets." + format, "elsets." + format + ".gz"))
          .toList();
  private static final String ELEMENTS =
      "elsets.tle (or .txt, .json, .csv, .xml, .kvn, with or without .gz)";
  private static final String BURNS = "maneuvers.csv or *man.txt";
  private static final String BURN_TABLE = "maneuvers.csv";
  private static final String DORIS_SUFFIX = "man.txt";

  public LabelledHistory {
    burns = burns.stream().sorted(Comparator.comparing(Burn::start)).toList();
    reviewed =
        reviewed == null
            ? null
            : reviewed.stream().sorted(Comparator.comparing(Interval::start)).toList();
  }

  /** A history of which the operator published all burns. */
  public LabelledHistory(String name, History history, List<Burn> burns) {
    this(name, history, burns, null);
  }

  /**
   * Whether every burn of a time is known, as far as reviews tell.
   *
   * @param from start, days since 1970-01-01T00:00 UTC
   * @param to end, days since 1970-01-01T00:00 UTC
   */
  public boolean isKnown(double from, double to) {
    return reviewed == null || reviewed.stream().anyMatch(each -> each.holds(from, to));
  }

  /** Whether a directory holds both element sets and burns. */
  public static boolean isIn(Path directory) throws IOException {
    return elementFile(directory) != null && burnFile(directory) != null;
  }

  /** Whether a path is a directory that is labelled, completely or not, or holds such ones. */
  public static boolean anyIn(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        if (elementFile(each) != null || burnFile(each) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Reads one directory.
   *
   * @param bad receives the rejected records, with their file
   * @throws UnreadableInputException if a file is missing or faulty, no element set is usable, or
   *     they belong to several objects
   */
  public static LabelledHistory read(Path directory, Consumer<Rejection> bad) throws IOException {
    Path elementFile = elementFile(directory);
    Path burnFile = burnFile(directory);
    if (elementFile == null || burnFile == null) {
      throw new UnreadableInputException(directory + ": " + missing(elementFile, burnFile));
    }
    List<ElementSet> elements = new ArrayList<>();
    try (InputStream in = Files.newInputStream(elementFile)) {
      ElementSetReader.read(
          in, null, elements::add, each -> bad.accept(each.in(elementFile.toString())));
    } catch (UnreadableInputException e) {
      throw new UnreadableInputException(elementFile + ", " + e.getMessage(), e);
    }
    long objects = elements.stream().mapToInt(ElementSet::noradId).distinct().count();
    if (objects != 1) {
      throw new UnreadableInputException(
          elementFile + ": contains element sets of " + objects + " objects; expected one object");
    }
    Path name = directory.toAbsolutePath().normalize().getFileName();
    return new LabelledHistory(
        String.valueOf(name), History.of(elements), BurnLog.read(burnFile), reviewed(directory));
  }

  private static @Nullable List<Interval> reviewed(Path directory) throws IOException {
    Path table = directory.resolve(REVIEWED_TABLE);
    return Files.isRegularFile(table)
        ? BurnLog.read(table).stream().map(each -> new Interval(each.start(), each.end())).toList()
        : null;
  }

  /**
   * Reads the directory itself if it is labelled, else all labelled directories in it.
   *
   * @return ascending in name
   * @throws UnreadableInputException as {@link #read}, or if there is no labelled directory
   */
  public static List<LabelledHistory> readAll(Path directory, Consumer<Rejection> bad)
      throws IOException {
    List<Path> directories;
    try (Stream<Path> all = Files.walk(directory)) {
      directories = all.filter(Files::isDirectory).toList();
    }
    List<LabelledHistory> histories = new ArrayList<>();
    for (Path each : directories) {
      if (isIn(each)) {
        histories.add(read(each, bad));
      }
    }
    if (histories.isEmpty()) {
      throw new UnreadableInputException(missing(directory, directories));
    }
    histories.sort(Comparator.comparing(LabelledHistory::name));
    return histories;
  }

  /** Names what the first incomplete directory lacks, if there is one. */
  private static String missing(Path directory, List<Path> directories) throws IOException {
    for (Path each : directories) {
      Path elementFile = elementFile(each);
      Path burnFile = burnFile(each);
      if (elementFile != null || burnFile != null) {
        return each + ": " + missing(elementFile, burnFile);
      }
    }
    return directory + ": neither it nor a directory in it has " + ELEMENTS + " and " + BURNS;
  }

  private static String missing(@Nullable Path elementFile, @Nullable Path burnFile) {
    if (elementFile != null) {
      return "has " + elementFile.getFileName() + ", but neither maneuvers.csv nor *man.txt";
    }
    return burnFile != null
        ? "has " + burnFile.getFileName() + ", but no " + ELEMENTS
        : "needs " + ELEMENTS + " and " + BURNS;
  }

  private static @Nullable Path elementFile(Path directory) {
    return ELEMENT_FILES.stream()
        .map(directory::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Path burnFile(Path directory) throws IOException {
    Path table = directory.resolve(BURN_TABLE);
    if (Files.isRegularFile(table)) {
      return table;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(DORIS_SUFFIX))
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }
}
