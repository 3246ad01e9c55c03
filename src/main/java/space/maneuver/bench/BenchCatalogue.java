package space.maneuver.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.GpJsonWriter;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;

/**
 * A catalogue of simulated objects with as many element sets each: a few histories repeated under
 * different catalogue numbers.
 */
final class BenchCatalogue {

  /** Usual number of element sets of an object. */
  static final int ELEMENT_SETS = 120;

  /** Greatest number of element sets of an object. */
  static final int MOST_ELEMENT_SETS = 350;

  private static final int SIMULATED = 12;
  private static final int DAYS = 400;
  private static final int FIRST_NUMBER = 10_000;
  private static final Instant START = Instant.parse("2010-01-01T00:00:00Z");

  private final List<List<ElementSet>> simulated;

  /**
   * Simulates histories of {@value #ELEMENT_SETS} element sets.
   *
   * @param regimes regimes of the objects
   */
  BenchCatalogue(OrbitRegime... regimes) {
    this(ELEMENT_SETS, regimes);
  }

  /**
   * Simulates histories.
   *
   * @param elementSets number of element sets of an object, at most {@value #MOST_ELEMENT_SETS}
   * @param regimes regimes of the objects
   */
  BenchCatalogue(int elementSets, OrbitRegime... regimes) {
    SimulationSettings settings =
        new SimulationSettings(SIMULATED, START, DAYS, 0.25, List.of(regimes));
    simulated =
        new HistorySimulator(1)
            .simulate(settings)
            .map(each -> each.history().elements())
            .filter(elements -> elements.size() >= elementSets)
            .map(elements -> elements.subList(0, elementSets))
            .toList();
  }

  /** Returns the objects as a lazy stream. */
  Stream<History> objects(int number) {
    return Stream.iterate(0, index -> index + 1).limit(number).map(this::object);
  }

  void writeTle(Path file, int objects) throws IOException {
    try (BufferedWriter to = Files.newBufferedWriter(file)) {
      for (History each : (Iterable<History>) objects(objects)::iterator) {
        for (ElementSet elements : each.elements()) {
          to.append("0 ").append(elements.name()).append('\n');
          to.append(TleWriter.lines(elements)).append('\n');
        }
      }
    }
  }

  void writeJson(Path file, int objects) throws IOException {
    List<ElementSet> all = objects(objects).flatMap(each -> each.elements().stream()).toList();
    try (Writer to =
        new OutputStreamWriter(
            new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      GpJsonWriter.write(all, to);
    }
  }

  private History object(int index) {
    String name = String.format(Locale.ROOT, "BENCH %05d", index);
    return new History(
        simulated.get(index % simulated.size()).stream()
            .map(each -> each.withObject(FIRST_NUMBER + index, name))
            .toList());
  }
}
