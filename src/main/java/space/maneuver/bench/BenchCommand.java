package space.maneuver.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import space.maneuver.bench.KeptCatalogueProof.Size;
import space.maneuver.bench.measurement.Spans;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench}: the performance table. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures on this machine: the networks alone, the service in this process and over HTTP,"
            + " reading and features. The service under load runs in a separate process. Takes about"
            + " ten minutes, with --quick three to four.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -Xmx256m -jar maneuver-detection.jar bench --quick",
      "  java -jar maneuver-detection.jar bench --reloads 20",
      "  java -jar maneuver-detection.jar bench --replay catalogue.tle.gz"
    })
public final class BenchCommand implements Callable<Integer> {

  /** Formats of the result. */
  enum Format {
    TABLE,
    JSON
  }

  @Spec private @Nullable CommandSpec command;

  @Option(names = "--quick", description = "Fewer objects and shorter measurements; less exact.")
  private boolean quick;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "Format of the result: table or json (default: table).")
  private Format format = Format.TABLE;

  @ArgGroup(heading = "%nProofs, instead of the table; exit status 1 if one fails:%n")
  private @Nullable ProofOptions proof;

  @Mixin private CatalogueOptions catalogue = new CatalogueOptions();

  @Override
  public Integer call() throws IOException {
    BenchAnswer answer = measure(chosen());
    PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
    switch (format) {
      case TABLE -> answer.print(out);
      case JSON -> out.println(JsonMapper.shared().writeValueAsString(answer));
    }
    out.flush();
    boolean failed = proof != null && answer.rows().stream().anyMatch(BenchRow::missed);
    return failed ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private @Nullable Proof chosen() {
    try {
      return proof == null ? null : proof.chosen(quick, catalogue);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(Objects.requireNonNull(command).commandLine(), e.getMessage());
    }
  }

  private BenchAnswer measure(@Nullable Proof chosen) throws IOException {
    Path directory = Files.createTempDirectory("bench");
    int stages = chosen == null ? ServingBench.STAGES + 1 : chosen.stages();
    try (BenchProgress progress = new BenchProgress(stages)) {
      if (chosen != null) {
        return BenchAnswer.of(List.of(), chosen.run(directory, progress::show), List.of());
      }
      ServingBench serving =
          new ServingBench(directory, quick ? Spans.QUICK : Spans.FULL, progress::show);
      serving.run();
      progress.show("reading and features");
      List<BenchRow> rows = new ArrayList<>(serving.rows());
      rows.addAll(new ElementSetBench(directory, quick).run());
      return BenchAnswer.of(serving.serving(), rows, serving.problems());
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  /** Shows what is being measured and the time left, on a terminal only. */
  private static final class BenchProgress implements AutoCloseable {

    private final @Nullable ProgressBar bar;
    private int started;

    BenchProgress(int stages) {
      bar =
          System.console() == null
              ? null
              : new ProgressBarBuilder()
                  .setTaskName("bench")
                  .setInitialMax(stages)
                  .setStyle(ProgressBarStyle.ASCII)
                  .build();
    }

    void show(String next) {
      if (bar != null) {
        bar.stepTo(started++);
        bar.setExtraMessage(" " + next);
      }
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }

  /** What {@code --catalogue} stores, and where. */
  private static final class CatalogueOptions {

    private static final int MOST_OBJECTS = 80_000;
    private static final int LEAST_ELEMENT_SETS = 10;

    @Option(
        names = "--objects",
        paramLabel = "N",
        defaultValue = "16000",
        description =
            "With --catalogue: number of objects, 1 to "
                + MOST_OBJECTS
                + " (default: ${DEFAULT-VALUE}).")
    private int objects;

    @Option(
        names = "--element-sets",
        paramLabel = "N",
        defaultValue = "" + BenchCatalogue.ELEMENT_SETS,
        description =
            "With --catalogue: element sets of each, "
                + LEAST_ELEMENT_SETS
                + " to "
                + BenchCatalogue.MOST_ELEMENT_SETS
                + " (default: ${DEFAULT-VALUE}).")
    private int elementSets;

    @Option(
        names = "--store-url",
        paramLabel = "URL",
        description =
            "With --catalogue: JDBC URL of a PostgreSQL database, which must be empty and is not emptied afterwards;"
                + " user and password from MANEUVER_STORE_USER and MANEUVER_STORE_PASSWORD"
                + " (default: an embedded store, removed afterwards).")
    private @Nullable String storeUrl;

    /**
     * @throws IllegalArgumentException with a message for the user if a number is out of range
     */
    KeptCatalogueProof proof(boolean quick) {
      if (objects < 1 || objects > MOST_OBJECTS) {
        throw new IllegalArgumentException(
            "--objects must be 1 to " + MOST_OBJECTS + ", not " + objects);
      }
      if (elementSets < LEAST_ELEMENT_SETS || elementSets > BenchCatalogue.MOST_ELEMENT_SETS) {
        throw new IllegalArgumentException(
            "--element-sets must be "
                + LEAST_ELEMENT_SETS
                + " to "
                + BenchCatalogue.MOST_ELEMENT_SETS
                + ", not "
                + elementSets);
      }
      return new KeptCatalogueProof(
          quick ? Size.QUICK : new Size(objects, elementSets), storeUrl, quick);
    }
  }

  /** The promise to prove, exactly one. */
  private static final class ProofOptions {

    private static final Duration OVERLOAD = Duration.ofSeconds(60);
    private static final Duration OVERLOAD_QUICK = Duration.ofSeconds(10);

    @Option(
        names = "--overload",
        required = true,
        description =
            "Offers ten times the load that a slow model can serve, for a minute (--quick: 10 s).")
    private boolean overload;

    @Option(
        names = "--reloads",
        required = true,
        paramLabel = "N",
        description = "Replaces a model N times under load, N at least 1.")
    private @Nullable Integer reloads;

    @Option(
        names = "--stops",
        required = true,
        paramLabel = "N",
        description = "Starts the service and stops it under load N times, N at least 1.")
    private @Nullable Integer stops;

    @Option(
        names = "--soak",
        required = true,
        paramLabel = "MINUTES",
        description =
            "Full load for that many minutes, at least 3; memory and throughput must stay flat.")
    private @Nullable Integer soak;

    @Option(
        names = "--replay",
        required = true,
        paramLabel = "FILE",
        description =
            "Stores a file in a catalogue day by day: the confirmed maneuvers must be those of"
                + " detect (--quick: of 20 objects).")
    private @Nullable Path replay;

    @Option(
        names = "--catalogue",
        required = true,
        description =
            "Stores objects in a catalogue, a day's update of them, and reads the lists (--quick:"
                + " of 200 objects).")
    private boolean catalogue;

    Proof chosen(boolean quick, CatalogueOptions options) {
      if (replay != null) {
        return new ReplayProof(replay, quick);
      }
      if (catalogue) {
        return options.proof(quick);
      }
      if (reloads != null) {
        return new ReloadProof(reloads);
      }
      if (stops != null) {
        return new StopProof(stops);
      }
      if (soak != null) {
        return new SoakProof(Math.max(3, soak));
      }
      return new OverloadProof(quick ? OVERLOAD_QUICK : OVERLOAD);
    }
  }
}
