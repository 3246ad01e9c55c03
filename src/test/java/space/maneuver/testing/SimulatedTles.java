package space.maneuver.testing;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;

/**
 * Two-line element sets, as text, of low satellites with burns from the project's own simulator: as
 * near to real ones as a test gets.
 */
public final class SimulatedTles {

  private static final int NUMBER = 80_000;
  private static final int LONGEST_DAYS = 4_000;
  private static final String START = "2010-01-01T00:00:00Z";

  private SimulatedTles() {}

  /** One satellite for 200 days, that the bundled model finds several maneuvers of. */
  public static String days200() {
    return ElementSetDocument.tles(elements(START, 200).toList());
  }

  /** About a year of one satellite. */
  public static String year() {
    return ElementSetDocument.tles(elements(START, 365).toList());
  }

  /** Two years of one satellite. */
  public static String twoYears() {
    return ElementSetDocument.tles(elements(START, 730).toList());
  }

  /** A satellite with more than 8,000 element sets, in two stretches with years between them. */
  public static String long8000() {
    return ElementSetDocument.tles(
        Stream.of("2000-01-01T00:00:00Z", "2024-01-01T00:00:00Z")
            .flatMap(start -> elements(start, LONGEST_DAYS))
            .toList());
  }

  /** The same history of 60 to 79 element sets under many numbers. */
  public static String objects(int number) {
    List<ElementSet> one = elements(START, 90).toList();
    return ElementSetDocument.tles(
        IntStream.range(0, number)
            .boxed()
            .flatMap(
                i -> one.stream().limit(60 + i % 20).map(each -> each.withObject(NUMBER + i, null)))
            .toList());
  }

  /** The element sets of {@link #days200()} under one number after another, without an end. */
  public static Stream<List<String>> manyOf200Days() {
    List<ElementSet> one = elements(START, 200).toList();
    return Stream.iterate(NUMBER, number -> number + 1)
        .map(
            number ->
                one.stream()
                    .map(each -> ElementSetDocument.tles(List.of(each.withObject(number, null))))
                    .toList());
  }

  /** The only element set of a satellite. */
  public static String lone() {
    return ElementSetDocument.tles(
        elements(START, 90).limit(1).map(each -> each.withObject(NUMBER - 1, null)).toList());
  }

  private static Stream<ElementSet> elements(String start, int days) {
    SimulationSettings settings =
        new SimulationSettings(1, Instant.parse(start), days, 0, List.of(OrbitRegime.LEO));
    return new HistorySimulator(4)
        .simulate(settings)
        .flatMap(history -> history.history().elements().stream());
  }
}
