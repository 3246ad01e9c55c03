package space.maneuver.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkThrowable;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.spark.InputFiles.InputFile;
import space.maneuver.spark.JobException.Fault;
import space.maneuver.spark.OutputDirectory.Plan;
import space.maneuver.spark.OutputDirectory.Summary;

/** Carries out a plan: reads, searches object by object, and has the tables written. */
final class BackfillRun {

  static final int MOST_PARTITIONS = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(BackfillRun.class);

  private static final int PARTITIONS_PER_CORE = 4;
  private static final int READING_TASKS = 100;
  private static final long BYTES_PER_PARTITION = 8L << 20;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final ShippedModel model;
  private final @Nullable Integer partitions;

  /**
   * @param partitions into which the objects are divided; null to choose by cores and input
   */
  BackfillRun(SparkSession spark, ShippedModel model, @Nullable Integer partitions) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.model = model;
    this.partitions = partitions;
  }

  /**
   * Runs or continues the plan.
   *
   * @return the outcome, also if the result was there before
   * @throws JobException if there is no result
   */
  Summary run(Plan plan, String output) {
    try {
      OutputDirectory directory = new OutputDirectory(output, hadoop());
      Summary before = directory.finished(plan);
      if (before != null) {
        return before;
      }
      directory.begin(plan);
      if (!directory.searched()) {
        search(plan, directory.reports());
      }
      return new ResultTables(reports(directory.reports())).write(plan, directory);
    } catch (IOException e) {
      throw new JobException(Fault.RUN, e.toString());
    } catch (Exception e) {
      // Spark's methods throw its checked exceptions without declaring them.
      throw explained(e);
    }
  }

  private static RuntimeException explained(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof JobException known) {
        return known;
      }
      if (cause instanceof UnreadableInputException) {
        return new JobException(
            Fault.RUN,
            cause.getMessage() + "; repair the file, or use what can be read by --skip-unreadable");
      }
    }
    if (e instanceof SparkThrowable) {
      LOG.error("the job failed", e);
      return new JobException(Fault.RUN, "the job failed: " + e.getMessage());
    }
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }

  /**
   * Searches the objects that are not done yet. A task's objects are done when its file is there.
   */
  private void search(Plan plan, String reports) {
    Dataset<Row> rows = rows(plan);
    Dataset<Row> done =
        reports(reports)
            .filter("object is not null")
            .select(col("object.norad_id").as(ElementRows.KEY));
    long before = done.count();
    if (before > 0) {
      LOG.warn("continuing a run: {} objects are done", before);
      rows =
          rows.join(
              broadcast(done),
              rows.col(ElementRows.KEY).equalTo(done.col(ElementRows.KEY)),
              "left_anti");
    }
    Set<Kind> kinds = Kind.parse(String.join(",", plan.kinds()));
    ObjectSearch search =
        new ObjectSearch(
            context.broadcast(model), plan.minConfidence(), kinds, plan.maxElementSets());
    rows.repartition(partitions(plan.inputs()), col(ElementRows.KEY))
        .sortWithinPartitions(ElementRows.KEY, ElementRows.PLACE)
        .mapPartitions(search, Encoders.row(ReportRows.SCHEMA))
        .write()
        .mode(SaveMode.Append)
        // Each task's file appears when the task is done, not when all are.
        .option("mapreduce.fileoutputcommitter.algorithm.version", "2")
        .parquet(reports);
  }

  private Dataset<Row> rows(Plan plan) {
    List<NumberedFile> documents = new ArrayList<>();
    Map<String, Integer> tables = new LinkedHashMap<>();
    for (int number = 0; number < plan.inputs().size(); number++) {
      InputFile file = plan.inputs().get(number);
      if (file.isTable()) {
        tables.put(file.path(), number);
      } else {
        documents.add(new NumberedFile(number, file));
      }
    }
    if (tables.isEmpty()) {
      return documents(documents, plan.skipUnreadable());
    }
    Dataset<Row> ofTables = TableRows.read(spark, tables);
    return documents.isEmpty()
        ? ofTables
        : ofTables.union(documents(documents, plan.skipUnreadable()));
  }

  /** A file and its place in the input. */
  record NumberedFile(int number, InputFile file) implements Serializable {}

  private Dataset<Row> documents(List<NumberedFile> files, boolean skipUnreadable) {
    int tasks =
        Math.min(
            files.size(),
            Math.max(READING_TASKS, PARTITIONS_PER_CORE * context.defaultParallelism()));
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(hadoop()));
    JavaRDD<Row> rows =
        context
            .parallelize(files, tasks)
            .flatMap(
                (FlatMapFunction<NumberedFile, Row>)
                    file -> {
                      DocumentRows opened =
                          new DocumentRows(
                              file.file(), file.number(), skipUnreadable, hadoop.value().value());
                      TaskCompletionListener close = task -> opened.close();
                      TaskContext.get().addTaskCompletionListener(close);
                      return opened;
                    });
    return spark.createDataFrame(rows, ElementRows.SCHEMA);
  }

  private int partitions(List<InputFile> inputs) {
    if (partitions != null) {
      return partitions;
    }
    long bytes = inputs.stream().mapToLong(InputFile::bytes).sum();
    long wanted =
        Math.max(
            (long) PARTITIONS_PER_CORE * context.defaultParallelism(), bytes / BYTES_PER_PARTITION);
    return (int) Math.min(wanted, MOST_PARTITIONS);
  }

  private Dataset<Row> reports(String directory) {
    return spark.read().schema(ReportRows.SCHEMA).parquet(directory);
  }

  private Configuration hadoop() {
    return context.hadoopConfiguration();
  }
}
