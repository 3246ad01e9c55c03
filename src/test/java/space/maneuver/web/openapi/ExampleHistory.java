package space.maneuver.web.openapi;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.TleWriter;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;

/** The history of README.md and of the examples, of which these show the first records only. */
final class ExampleHistory {

  private ExampleHistory() {}

  static String twoLineElements() {
    return elements().map(ExampleHistory::lines).collect(Collectors.joining());
  }

  /** Of another object, so that the examples show an error too. */
  static String loneElementSet() {
    return elements()
        .limit(1)
        .map(elements -> lines(elements.withObject(80_001, "SIMULATED 00001")))
        .collect(Collectors.joining());
  }

  private static Stream<ElementSet> elements() {
    SimulationSettings settings =
        new SimulationSettings(
            1, Instant.parse("2010-01-01T00:00:00Z"), 200, 0, List.of(OrbitRegime.LEO));
    return new HistorySimulator(4)
        .simulate(settings)
        .flatMap(history -> history.history().elements().stream());
  }

  private static String lines(ElementSet elements) {
    return "0 " + elements.name() + '\n' + TleWriter.lines(elements) + '\n';
  }
}
