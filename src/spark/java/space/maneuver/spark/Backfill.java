package space.maneuver.spark;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.spark.OutputDirectory.Plan;
import space.maneuver.spark.OutputDirectory.Summary;

/**
 * The Spark job: searches histories of any number of objects and writes maneuvers as Parquet. Exit
 * statuses are those of {@code detect}, and 3 if the job ended without a result.
 */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    versionProvider = Backfill.JarVersion.class,
    sortOptions = false,
    exitCodeOnExecutionException = Backfill.JOB_FAILED,
    customSynopsis =
        "spark-submit [...] maneuver-detection-spark.jar [OPTIONS] INPUT... --output DIR",
    description = {
      "Lists the maneuvers of many objects and writes them as Parquet: the tables maneuvers,"
          + " objects, failed and rejected, and backfill.json with counts and model.",
      "DIR appears when it is complete. A run that was ended continues where it stopped if it is"
          + " started again with the same options.",
      "Exit status: 0 success, 1 DIR is written but nothing was usable, a file was unreadable or a"
          + " search failed, 2 wrong usage, 3 the job failed and DIR is not written."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  spark-submit --master local[*] maneuver-detection-spark.jar catalogue/ --output"
            + " maneuvers")
public final class Backfill implements Callable<Integer> {

  private static final int SOME_MISSING = 1;
  static final int JOB_FAILED = 3;

  @Spec private @Nullable CommandSpec command;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "Files, directories or globs, on any file system of the cluster. Element sets as TLE, GP"
              + " JSON or CSV, OMM XML or KVN, compressed with gzip or not, or Parquet tables"
              + " (names ending in .parquet) with the columns of GP data or TLE_LINE1 and"
              + " TLE_LINE2.")
  private List<String> inputs = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description =
          "Directory for the result, which must not exist. DIR.incomplete holds an unfinished run."
              + " Required.")
  private String output = "";

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      defaultValue = "maneuver-lstm",
      description =
          "Model to run: maneuver-lstm, maneuver-lstm-daily, or the directory of a bundle on the"
              + " driver, which sends it to the executors (default: ${DEFAULT-VALUE}).")
  private String model = "";

  @Option(
      names = "--min-confidence",
      paramLabel = "X",
      description =
          "Lowest confidence to list, 0 to 1; 0 lists every candidate (default: the model's"
              + " threshold for the regime of the object).")
  private @Nullable Double minConfidence;

  @Option(
      names = "--kinds",
      paramLabel = "KINDS",
      description =
          "Kinds of maneuvers to list, separated by commas: burn, continuous-thrust, anomaly,"
              + " drag-change; or all (default: all but drag-change).")
  private @Nullable String kinds;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Number of parts into which the objects are divided, 1 to 100,000; the result does not"
              + " depend on it (default: four per core, and one for every 8 MiB of input).")
  private @Nullable Integer partitions;

  @Option(
      names = "--max-element-sets",
      paramLabel = "N",
      defaultValue = "" + ElementSetStore.USUAL_LIMIT,
      description =
          "Maximum number of element sets of an object, at least 1; an object with more is listed"
              + " in failed (default: ${DEFAULT-VALUE}).")
  private int maxElementSets;

  @Option(
      names = "--skip-unreadable",
      description =
          "Use the readable part of a truncated or corrupt file and list the file in rejected"
              + " (default: end the job). Does not apply to Parquet.")
  private boolean skipUnreadable;

  private Backfill() {}

  /** Runs the job and ends the process with its exit status. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new Backfill()).execute(arguments));
  }

  @Override
  public Integer call() {
    PrintWriter err = spec().commandLine().getErr();
    try {
      Summary summary = run();
      spec().commandLine().getOut().println(summary.text(output));
      return summary.complete() ? CommandLine.ExitCode.OK : SOME_MISSING;
    } catch (JobException e) {
      if (e.fault() == JobException.Fault.USAGE) {
        throw new ParameterException(spec().commandLine(), e.getMessage(), e);
      }
      err.println(e.getMessage());
      err.println("No result was written. The same command continues the run.");
      return JOB_FAILED;
    }
  }

  private Summary run() {
    if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1)) {
      throw JobException.usage("--min-confidence must be 0 to 1, not " + minConfidence);
    }
    if (maxElementSets < 1) {
      throw JobException.usage("--max-element-sets must be at least 1, not " + maxElementSets);
    }
    if (partitions != null && (partitions < 1 || partitions > BackfillRun.MOST_PARTITIONS)) {
      throw JobException.usage(
          "--partitions must be 1 to " + BackfillRun.MOST_PARTITIONS + ", not " + partitions);
    }
    Set<Kind> listed = listed();
    ShippedModel shipped = shipped();
    SparkSession spark =
        SparkSession.builder()
            .appName("maneuver-detection backfill")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", true)
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .getOrCreate();
    try {
      Plan plan =
          new Plan(
              JarVersion.version(),
              shipped.reference(),
              minConfidence,
              listed.stream().map(Kind::label).toList(),
              maxElementSets,
              skipUnreadable,
              InputFiles.list(inputs, spark.sparkContext().hadoopConfiguration()));
      return new BackfillRun(spark, shipped, partitions).run(plan, output);
    } finally {
      spark.stop();
    }
  }

  private Set<Kind> listed() {
    try {
      return kinds == null ? Kind.LISTED : Kind.parse(kinds);
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--kinds " + e.getMessage() + ", not " + kinds);
    }
  }

  private ShippedModel shipped() {
    try {
      return ShippedModel.of(model);
    } catch (BundleException e) {
      throw JobException.usage("--model: " + e.getMessage());
    }
  }

  private CommandSpec spec() {
    if (command == null) {
      throw new IllegalStateException("not run by a command line");
    }
    return command;
  }

  /** The version in the jar's manifest. */
  static final class JarVersion implements IVersionProvider {

    static String version() {
      String version = Backfill.class.getPackage().getImplementationVersion();
      return version == null ? "unknown" : version;
    }

    @Override
    public String[] getVersion() {
      return new String[] {"maneuver-detection " + version()};
    }
  }
}
