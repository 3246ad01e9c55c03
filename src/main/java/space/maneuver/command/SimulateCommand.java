package space.maneuver.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.CountingBar;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.command.terminal.RejectionList;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.QuietStretches;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationFormat;
import space.maneuver.simulation.SimulationSettings;
import space.maneuver.simulation.SimulationWriter;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.publisher.RecordedNoise;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Writes histories of simulated satellites with all their burns for train and evaluate: one"
            + " directory per object with elsets.tle or elsets.json and maneuvers.csv. With"
            + " --plant-into, writes real histories with one planted burn each instead.",
    customSynopsis = "maneuver-detection simulate [OPTIONS] --output DIR",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar simulate --output example --objects 1 --days 400",
      "  java -jar maneuver-detection.jar simulate --output labelled --regime LEO,GEO --seed 7",
      "  java -jar maneuver-detection.jar simulate --output planted --plant-into catalogue.tle.gz"
    })
@Under(Heading.SIMULATION)
final class SimulateCommand implements Callable<Integer> {

  /** Objects that never maneuver, and their element sets, from which noise is taken. */
  private static final int MOST_PASSIVE = 200;

  private static final int MOST_SETS = 300;

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
      paramLabel = "N",
      description = "Length of each history in days, 60 to 4,000 (default: 1100).")
  private @Nullable Integer days;

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
      names = "--sets-per-day",
      paramLabel = "X",
      description =
          "Element sets per day, 0.2 to 10, with jitter and outages (default: mostly one, some"
              + " objects up to three or one in four days; with --noise-from that of the real"
              + " objects).")
  private @Nullable Double setsPerDay;

  @Option(
      names = "--noise-from",
      paramLabel = "PATH",
      description =
          "Real histories from which noise, cadence and outages are taken, per regime: labeled ones"
              + " as for train --data, of which only arcs without a maneuver are used; or a file,"
              + " or a directory of files, of objects that never maneuver, any number in a file, in"
              + " any format that detect reads. Of more than 200 such objects 200 are drawn, and"
              + " their last 300 element sets are used. May be repeated (default: drawn from"
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

  @Mixin private PlantingOptions planting = new PlantingOptions();

  @Override
  public Integer call() throws IOException {
    SimulationSettings settings = settings();
    if (planting.isAsked()
        && (days != null
            || setsPerDay != null
            || !noiseFrom.isEmpty()
            || !regimes.isEmpty()
            || electricShare > 0)) {
      throw Console.usage(
          command,
          "--plant-into takes orbits, length, cadence and noise from its files; it cannot be combined"
              + " with --days, --sets-per-day, --noise-from, --regime or --electric-share");
    }
    if (planting.isAsked()) {
      List<LabelledHistory> planted = planting.planted(objects, seed, Console.err(command));
      write(planted.stream(), "writing", planted.size());
    } else {
      write(new HistorySimulator(seed, noise()).simulate(settings), "simulating", objects);
    }
    Console.out(command).println(output);
    Console.out(command).flush();
    return ExitCode.OK;
  }

  private void write(Stream<LabelledHistory> histories, String task, int count) throws IOException {
    SimulationWriter writer = new SimulationWriter(output, format);
    try (CountingBar bar = new CountingBar(task, count)) {
      histories
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
  }

  private RecordedNoise noise() throws IOException {
    RejectionList rejected = new RejectionList(Console.err(command));
    List<History> quiet = new ArrayList<>();
    List<Path> unlabelled = new ArrayList<>();
    for (Path path : noiseFrom) {
      if (LabelledHistory.anyIn(path)) {
        for (LabelledHistory history : LabelledHistory.readAll(path, rejected::add)) {
          quiet.addAll(QuietStretches.forNoise(history));
        }
      } else {
        unlabelled.add(path);
      }
    }
    rejected.end();
    quiet.addAll(passive(HistoryFiles.read(unlabelled, Console.err(command))));
    RecordedNoise noise = RecordedNoise.of(quiet);
    if (!noiseFrom.isEmpty() && noise.regimes().isEmpty()) {
      throw new IllegalArgumentException(
          "--noise-from: neither a quiet stretch of at least 30 d between two burns nor an object"
              + " without labels that has 30 element sets was found");
    }
    return noise;
  }

  /** Draws objects that never maneuver, and their last element sets, as many as are needed. */
  private List<History> passive(List<History> histories) {
    return histories.stream()
        .sorted(
            Comparator.comparingDouble(history -> Draws.of(seed, history.noradId()).uniform(0, 1)))
        .limit(MOST_PASSIVE)
        .map(
            history ->
                new History(
                    history
                        .elements()
                        .subList(Math.max(0, history.size() - MOST_SETS), history.size())))
        .toList();
  }

  private SimulationSettings settings() {
    SimulationSettings usual = SimulationSettings.of(1);
    try {
      return new SimulationSettings(
          objects,
          usual.start(),
          days == null ? usual.days() : days,
          usual.passiveShare(),
          electricShare,
          regimes.isEmpty() ? usual.regimes() : regimes,
          setsPerDay);
    } catch (IllegalArgumentException e) {
      throw Console.usage(command, String.valueOf(e.getMessage()));
    }
  }
}
