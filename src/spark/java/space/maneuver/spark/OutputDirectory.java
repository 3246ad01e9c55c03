package space.maneuver.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import space.maneuver.spark.InputFiles.InputFile;
import space.maneuver.spark.ShippedModel.Reference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory of the result, and beside it that of an unfinished run:
 *
 * <pre>
 * DIR.incomplete/plan.json   what the run does; another run must not continue it
 * DIR.incomplete/reports     the objects that are done
 * DIR.incomplete/result      becomes DIR by one rename
 * </pre>
 */
final class OutputDirectory {

  private static final String PLAN = "plan.json";
  private static final String SUMMARY = "backfill.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path output;
  private final Path incomplete;
  private final FileSystem files;
  private final FileContext context;

  OutputDirectory(String output, Configuration hadoop) throws IOException {
    Path given = new Path(output);
    files = given.getFileSystem(hadoop);
    this.output = files.makeQualified(given);
    incomplete = this.output.suffix(".incomplete");
    context = FileContext.getFileContext(this.output.toUri(), hadoop);
  }

  /**
   * What a run does.
   *
   * @param version of this program
   * @param minConfidence null for the thresholds of the model
   */
  record Plan(
      String version,
      Reference model,
      @Nullable Double minConfidence,
      List<String> kinds,
      int maxElementSets,
      boolean skipUnreadable,
      List<InputFile> inputs) {}

  /**
   * The outcome of a run.
   *
   * @param objects all objects
   * @param elementSets used, of all objects
   * @param tooFewElementSets number of objects with too few element sets
   * @param failed number of objects that could not be searched for other reasons
   * @param rejected number of records
   * @param unreadable number of files that could not be read to their end
   */
  record Summary(
      Plan plan,
      long objects,
      long elementSets,
      long maneuvers,
      long tooFewElementSets,
      long failed,
      long rejected,
      long unreadable) {

    /** Whether something was searched, and nothing failed. */
    boolean complete() {
      return objects > tooFewElementSets + failed && failed == 0 && unreadable == 0;
    }

    String text(String directory) {
      return "%s: %d maneuvers of %d objects; %d objects with too few element sets, %d failed; %d records rejected, %d files unreadable"
          .formatted(
              directory, maneuvers, objects, tooFewElementSets, failed, rejected, unreadable);
    }
  }

  /** Where the rows of the objects that are done are collected. */
  String reports() {
    return new Path(incomplete, "reports").toString();
  }

  /** Where a table of the result is written. */
  String table(String name) {
    return new Path(result(), name).toString();
  }

  private Path result() {
    return new Path(incomplete, "result");
  }

  /**
   * Returns the summary of the result, if it is there.
   *
   * @throws JobException if it is the result of another plan, or something else
   */
  @Nullable Summary finished(Plan plan) throws IOException {
    if (!files.exists(output)) {
      return null;
    }
    Summary summary = read(new Path(output, SUMMARY), Summary.class);
    if (summary == null) {
      throw JobException.usage(output + " exists already and is not a result of backfill");
    }
    requireSame(plan, summary.plan, output);
    return summary;
  }

  /**
   * Begins a run, or continues it.
   *
   * @throws JobException if there is an unfinished run of another plan
   */
  void begin(Plan plan) throws IOException {
    Path file = new Path(incomplete, PLAN);
    Plan begun = read(file, Plan.class);
    if (begun != null) {
      requireSame(plan, begun, incomplete);
    } else if (files.exists(new Path(reports()))) {
      throw JobException.usage(incomplete + " exists already and is not a run of backfill");
    } else {
      files.mkdirs(incomplete);
      Path whole = file.suffix(".new");
      write(whole, plan);
      context.rename(whole, file, Rename.OVERWRITE);
    }
    files.mkdirs(new Path(reports()));
  }

  private static void requireSame(Plan plan, Plan other, Path place) {
    if (!plan.equals(other)) {
      throw JobException.usage(
          place
              + " is of a run with "
              + difference(plan, other)
              + ": choose another directory, or delete it");
    }
  }

  private static String difference(Plan plan, Plan other) {
    if (!plan.model.equals(other.model)) {
      return "the model " + other.model.name() + " " + other.model.version();
    }
    if (!plan.version.equals(other.version)) {
      return "version " + other.version + " of this program";
    }
    return plan.inputs.equals(other.inputs) ? "other options" : "other input files";
  }

  /** Whether all objects are done. */
  boolean searched() throws IOException {
    return files.exists(new Path(reports(), "_SUCCESS"));
  }

  /** Removes the tables of an earlier attempt. */
  void beginResult() throws IOException {
    files.delete(result(), true);
  }

  /** Makes the written tables the result. */
  void commit(Summary summary) throws IOException {
    write(new Path(result(), SUMMARY), summary);
    context.rename(result(), output, Rename.NONE);
    files.delete(incomplete, true);
  }

  /** Reads a file; null if it is missing. */
  private <T> @Nullable T read(Path file, Class<T> type) throws IOException {
    try (InputStream in = files.open(file)) {
      return JSON.readValue(in, type);
    } catch (FileNotFoundException e) {
      return null;
    } catch (JacksonException e) {
      throw JobException.usage(file + " cannot be read: " + e.getOriginalMessage());
    }
  }

  private void write(Path file, Object value) throws IOException {
    try (OutputStream out = files.create(file, true)) {
      out.write(JSON.writeValueAsBytes(Objects.requireNonNull(value)));
    }
  }
}
