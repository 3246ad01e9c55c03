package space.maneuver.spark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A program that reads and writes tables in a process with Spark, since the tests have none. It
 * takes a request a line from standard input and answers each with lines and an empty one.
 *
 * <pre>
 * print DIR TABLE:COLUMN,COLUMN...   a line a row: TABLE, a tab, the values as Java prints them
 * convert JSON PARQUET               writes a table
 * </pre>
 */
final class Tables {

  /** Columns of maneuvers, as {@code detect --format csv} writes them. */
  static final List<String> MANEUVERS =
      List.of(
          "norad_id",
          "regime",
          "epoch",
          "earliest",
          "latest",
          "confidence",
          "status",
          "element_sets_since",
          "type",
          "dv_radial_m_s",
          "dv_along_m_s",
          "dv_cross_m_s",
          "dv_total_m_s",
          "dv_sigma_m_s",
          "kind",
          "burns",
          "dv_radial_sigma_m_s",
          "dv_along_sigma_m_s",
          "dv_cross_sigma_m_s",
          "acceleration_m_s2",
          "name");

  private Tables() {}

  public static void main(String[] arguments) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", true)
            .getOrCreate();
    Scanner requests = new Scanner(System.in, StandardCharsets.UTF_8);
    while (requests.hasNextLine()) {
      answer(spark, requests.nextLine().split(" "));
      System.out.println();
    }
    spark.stop();
  }

  private static void answer(SparkSession spark, String[] request) {
    if (request[0].equals("convert")) {
      spark
          .read()
          .option("multiLine", true)
          .json(request[1])
          .repartition(3)
          .write()
          .parquet(request[2]);
      return;
    }
    for (int i = 2; i < request.length; i++) {
      String[] table = request[i].split(":");
      print(spark.read().parquet(request[1] + "/" + table[0]), table[0], table[1].split(","));
    }
  }

  private static void print(Dataset<Row> rows, String table, String[] columns) {
    for (Row row : rows.collectAsList()) {
      System.out.println(
          Arrays.stream(columns)
              .map(column -> text(row, column))
              .collect(Collectors.joining(",", table + "\t", "")));
    }
  }

  private static String text(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index) ? "" : row.get(index).toString();
  }
}
