package space.maneuver.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.command.HelpGroups.Heading;
import space.maneuver.command.HelpGroups.Under;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.QuietStretches;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationFormat;
import space.maneuver.simulation.SimulationSettings;
import space.maneuver.simulation.SimulationWriter;
import space.maneuver.simulation.publisher.RecordedNoise;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Writes histories of simulated satellites with all their burns for train and evaluate: one"
            + " directory per object with elsets.tle or elsets.json and maneuvers.csv.",
    customSynopsis = "maneuver-detection simulate [OPTIONS] --output DIR",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar simulate --output example --objects 1 --days 400",
      "  java -jar maneuver-detection.jar simulate --output labelled --regime LEO,GEO --seed 7"
    })
@Under(Heading.SIMULATION)
final class SimulateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Directory for the objects' directories, created if missing. Required.")
  private Path output = Path.of("");

  @Option(
      names = "--objects",
      defaultValue = "20",
      paramLabel = "N",
      description = "Number of objects, 1 to 100,000 (default: ${DEFAULT-VALUE}).")
  private int objects;

  @Option(
      names = "--days",
      defaultValue = "1100",
      paramLabel = "N",
      description = "Length of each history in days, 60 to 4,000 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--regime",
      paramLabel = "REGIME",
      split = ",",
      description =
          "Orbit regimes to draw from, separated by commas: ${COMPLETION-CANDIDATES} (default: half"
              + " LEO, three tenths GEO, the rest MEO and HEO).")
  private List<OrbitRegime> regimes = List.of();

  @Option(
      names = "--electric-share",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "Share of the maneuvering satellites, 0 to 1, with electric propulsion, which thrusts for"
              + " hours to weeks (default: 0).")
  private double electricShare;

  @Option(
      names = "--noise-from",
      paramLabel = "DIR",
      description =
          "Labeled histories as for train --data; noise, cadence and outages are taken from their"
              + " maneuver-free arcs, per regime; may be repeated (default: drawn from"
              + " distributions).")
  private List<Path> noiseFrom = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Seed of all random numbers, any integer; the same seed gives the same histories (default:"
              + " ${DEFAULT-VALUE}).")
  private long seed;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TLE",
      description =
          "Format of the element sets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SimulationFormat format = SimulationFormat.TLE;

  @Override
  public Integer call() throws IOException {
    SimulationWriter writer = new SimulationWriter(output, format);
    SimulationSettings settings = settings();
    try (CountingBar bar = new CountingBar("simulating", objects)) {
      new HistorySimulator(seed, noise())
          .simulate(settings)
          .parallel()
          .forEach(
              history -> {
                try {
                  writer.write(history);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                bar.step();
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Console.out(command).println(output);
    Console.out(command).flush();
    return ExitCode.OK;
  }

  private RecordedNoise noise() throws IOException {
    RejectionList rejected = new RejectionList(Console.err(command));
    List<History> quiet = new ArrayList<>();
    for (Path directory : noiseFrom) {
      for (LabelledHistory history : LabelledHistory.readAll(directory, rejected::add)) {
        quiet.addAll(QuietStretches.forNoise(history));
      }
    }
    rejected.end();
    RecordedNoise noise = RecordedNoise.of(quiet);
    if (!noiseFrom.isEmpty() && noise.regimes().isEmpty()) {
      throw new IllegalArgumentException(
          "--noise-from: no quiet stretch of at least 30 d between two burns was found");
    }
    return noise;
  }

  private SimulationSettings settings() {
    SimulationSettings usual = SimulationSettings.of(1);
    try {
      return new SimulationSettings(
          objects,
          usual.start(),
          days,
          usual.passiveShare(),
          electricShare,
          regimes.isEmpty() ? usual.regimes() : regimes);
    } catch (IllegalArgumentException e) {
      throw Console.usage(command, String.valueOf(e.getMessage()));
    }
  }
}
