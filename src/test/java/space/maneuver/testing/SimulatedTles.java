package space.maneuver.testing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;

/** Histories of satellites of the project's own simulator, as two-line element sets. */
public final class SimulatedTles {

  private static final int NUMBER = 80_000;
  private static final int LONGEST_DAYS = 4_000;

  private SimulatedTles() {}

  /** An object with more than 8,000 element sets, in two stretches with years between them. */
  public static String long8000() {
    return Stream.of("2000-01-01T00:00:00Z", "2024-01-01T00:00:00Z")
        .flatMap(start -> elements(start, LONGEST_DAYS))
        .map(TleWriter::lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The same history of 90 days under many numbers. */
  public static String objects(int number) {
    List<ElementSet> one = elements("2010-01-01T00:00:00Z", 90).toList();
    return Stream.iterate(0, i -> i < number, i -> i + 1)
        .flatMap(
            i -> one.stream().limit(60 + i % 20).map(each -> each.withObject(NUMBER + i, null)))
        .map(TleWriter::lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** About a year of one object. */
  public static String year() {
    return elements("2010-01-01T00:00:00Z", 365)
        .map(TleWriter::lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The only element set of an object. */
  public static String lone() {
    return elements("2010-01-01T00:00:00Z", 90)
        .limit(1)
        .map(each -> TleWriter.lines(each.withObject(NUMBER - 1, null)) + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<ElementSet> elements(String start, int days) {
    SimulationSettings settings =
        new SimulationSettings(1, Instant.parse(start), days, 0, List.of(OrbitRegime.LEO));
    return new HistorySimulator(4)
        .simulate(settings)
        .flatMap(history -> history.history().elements().stream());
  }
}
