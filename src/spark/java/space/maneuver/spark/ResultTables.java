package space.maneuver.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import space.maneuver.spark.JobException.Fault;
import space.maneuver.spark.OutputDirectory.Plan;
import space.maneuver.spark.OutputDirectory.Summary;
import space.maneuver.spark.ShippedModel.Reference;

/** The tables of the result, made of the reports of all objects. */
final class ResultTables {

  private static final String MANEUVERS = "maneuvers";
  private static final String TOO_FEW = "too-few-element-sets";

  private final Dataset<Row> objects;
  private final Dataset<Row> rejected;

  /**
   * @param reports rows of {@link ReportRows}
   */
  ResultTables(Dataset<Row> reports) {
    objects = reports.filter("object is not null").select("object.*");
    // A run that was continued has read its documents twice.
    rejected = reports.filter("rejected is not null").select("rejected.*").distinct();
  }

  /**
   * Writes the tables and makes them the result.
   *
   * @throws JobException if an object was searched twice
   */
  Summary write(Plan plan, OutputDirectory directory) throws IOException {
    Summary summary = summary(plan);
    directory.beginResult();
    objects
        .select(col("norad_id"), col("name"), col("regime"), explode(col(MANEUVERS)).as("m"))
        .select(withModel(plan.model(), "norad_id", "name", "regime", "m.*"))
        .write()
        .parquet(directory.table(MANEUVERS));
    objects
        .filter("error is null")
        .withColumn(MANEUVERS, size(col(MANEUVERS)))
        .drop("error")
        .select(withModel(plan.model(), "*"))
        .write()
        .parquet(directory.table("objects"));
    objects
        .filter("error is not null")
        .select(
            "norad_id", "name", "regime", "element_sets", "first_epoch", "last_epoch", "error.*")
        .write()
        .parquet(directory.table("failed"));
    rejected.write().parquet(directory.table("rejected"));
    directory.commit(summary);
    return summary;
  }

  private static Column[] withModel(Reference model, String... names) {
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(col(name));
    }
    columns.add(lit(model.name()).as("model_name"));
    columns.add(lit(model.version()).as("model_version"));
    columns.add(lit(model.sha256()).as("model_sha256"));
    return columns.toArray(Column[]::new);
  }

  private Summary summary(Plan plan) {
    Column code = col("error.code");
    Row counts =
        objects
            .agg(
                count(lit(1)),
                countDistinct(col("norad_id")),
                coalesce(sum(col("element_sets")), lit(0L)),
                coalesce(sum(size(col(MANEUVERS))), lit(0L)),
                count(when(code.equalTo(TOO_FEW), 1)),
                count(when(code.notEqual(TOO_FEW), 1)))
            .head();
    if (counts.getLong(0) != counts.getLong(1)) {
      throw new JobException(
          Fault.RUN, "Two runs wrote to this directory at the same time: delete its .incomplete.");
    }
    Row records = rejected.agg(count(lit(1)), count(when(unreadable(), 1))).head();
    return new Summary(
        plan,
        counts.getLong(0),
        counts.getLong(2),
        counts.getLong(3),
        counts.getLong(4),
        counts.getLong(5),
        records.getLong(0) - records.getLong(1),
        records.getLong(1));
  }

  /** Whether a rejected record is a file that cannot be read to its end. */
  private static Column unreadable() {
    return col("field")
        .equalTo(ElementRows.UNREADABLE)
        .and(col("line").isNull())
        .and(col("index").isNull());
  }
}
