package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.CountingBar;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.planting.BurnPlanter;
import space.maneuver.simulation.planting.PlantingSettings;
import space.maneuver.simulation.planting.PlantingSettings.Direction;

/** The options on burns planted into real histories. */
@Under(Heading.PLANTING)
final class PlantingOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--plant-into",
      paramLabel = "FILE",
      description =
          "Real histories without labels into which burns are planted, of any number of objects, in"
              + " any format that detect reads; or a directory of such files; may be repeated"
              + " (default: none). Burns are planted where neither the semi-major axis nor the"
              + " plane steps within 15 days.")
  private List<Path> into = List.of();

  @Option(
      names = "--planted-direction",
      paramLabel = "DIRECTION",
      split = ",",
      description =
          "Directions of planted burns, separated by commas: in-track, cross-track, radial"
              + " (default: in-track). Both signs occur.")
  private List<Direction> directions = List.of(Direction.IN_TRACK);

  @Option(
      names = "--planted-delta-v",
      paramLabel = "MIN,MAX",
      split = ",",
      description =
          "Range of the delta-v of planted burns, m/s, above 0 and at most 100; its logarithm is"
              + " drawn uniformly (default: 0.005,0.05).")
  private List<Double> deltaV = List.of(0.005, 0.05);

  boolean isAsked() {
    return !into.isEmpty();
  }

  /**
   * Plants burns, each in a copy of a history.
   *
   * @param burns number of burns
   */
  List<LabelledHistory> planted(int burns, long seed, PrintWriter err) throws IOException {
    PlantingSettings settings = settings(burns);
    List<History> histories = HistoryFiles.read(into, err);
    List<LabelledHistory> planted;
    try (CountingBar bar = new CountingBar("planting", histories.size())) {
      planted = new BurnPlanter(seed, settings).plant(histories, bar::step);
    }
    if (planted.isEmpty()) {
      throw new IllegalArgumentException(
          "--plant-into: none of "
              + histories.size()
              + " objects has a quiet time, with 15 days of element sets on each side");
    }
    if (planted.size() < burns) {
      err.printf(
          "planted %d burns instead of %d, for lack of quiet times%n", planted.size(), burns);
      err.flush();
    }
    return planted;
  }

  private PlantingSettings settings(int burns) {
    if (deltaV.size() != 2) {
      throw Console.usage(command, "--planted-delta-v must be two numbers, such as 0.005,0.05");
    }
    try {
      return new PlantingSettings(burns, directions, deltaV.get(0), deltaV.get(1));
    } catch (IllegalArgumentException e) {
      throw Console.usage(command, String.valueOf(e.getMessage()));
    }
  }

  /** Returns the options that affect the result, as on a command line. */
  String asOptions() {
    String names = directions.stream().map(Direction::toString).collect(Collectors.joining(","));
    String range = deltaV.stream().map(String::valueOf).collect(Collectors.joining(","));
    return " --plant-into FILE --planted-direction " + names + " --planted-delta-v " + range;
  }
}
