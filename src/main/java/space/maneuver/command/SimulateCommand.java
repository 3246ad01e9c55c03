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
        "Writes histories of invented satellites with all their burns: a folder per "
            + "object with elsets.tle or elsets.json and maneuvers.csv, as train and evaluate "
            + "read them.")
final class SimulateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(names = "--output", paramLabel = "DIR", required = true, description = "For the folders.")
  private Path output = Path.of("");

  @Option(
      names = "--objects",
      defaultValue = "20",
      description = "Number of objects, 1 to 100,000 (default: ${DEFAULT-VALUE}).")
  private int objects;

  @Option(
      names = "--days",
      defaultValue = "1100",
      description = "Length of each history, 60 to 4,000 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--regime",
      split = ",",
      description = "Only these: ${COMPLETION-CANDIDATES} (default: mostly LEO and GEO).")
  private List<OrbitRegime> regimes = List.of();

  @Option(
      names = "--electric-share",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "Of the satellites that maneuver, those by electric thrust of hours to weeks (default: 0).")
  private double electricShare;

  @Option(
      names = "--noise-from",
      paramLabel = "DIR",
      description =
          "Labelled histories as for train --data: noise, cadence and gaps are those of "
              + "their stretches without a burn, in the regimes that they are of. May be given "
              + "several times.")
  private List<Path> noiseFrom = List.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed gives the same histories (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--format",
      defaultValue = "TLE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
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
          "--noise-from: no stretch of 30 d or more without a burn between two burns");
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
