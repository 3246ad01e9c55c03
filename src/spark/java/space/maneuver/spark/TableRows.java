package space.maneuver.spark;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.orbit.format.Rejection.FieldFault;
import space.maneuver.orbit.format.TableRecord;

/**
 * Rows of Parquet tables. The columns are found by the names that the catalogues use, in any case:
 * the fields of GP data, or where they are missing the two lines.
 */
final class TableRows {

  private static final String FILE = "_metadata.file_path";
  private static final String ROW = "_metadata.row_index";
  private static final String NAME = "OBJECT_NAME";
  private static final String LINE_0 = "TLE_LINE0";
  private static final String LINE_1 = "TLE_LINE1";
  private static final String LINE_2 = "TLE_LINE2";

  private TableRows() {}

  /**
   * Reads tables.
   *
   * @param numbers the number of each file in the input, by its path
   * @throws JobException if they have neither the one columns nor the others
   */
  static Dataset<Row> read(SparkSession spark, Map<String, Integer> numbers) {
    Dataset<Row> table = spark.read().parquet(numbers.keySet().toArray(String[]::new));
    Map<String, String> columns = new HashMap<>();
    Arrays.stream(table.columns())
        .forEach(name -> columns.put(name.toUpperCase(Locale.ROOT), name));
    boolean separate = columns.keySet().containsAll(TableRecord.REQUIRED);
    if (!separate && !(columns.containsKey(LINE_1) && columns.containsKey(LINE_2))) {
      throw JobException.usage(
          numbers.keySet().iterator().next()
              + ": a table needs the columns "
              + String.join(", ", TableRecord.REQUIRED)
              + "; or "
              + LINE_1
              + " and "
              + LINE_2);
    }
    List<String> used =
        (separate ? TableRecord.FIELDS : List.of(NAME, LINE_0, LINE_1, LINE_2))
            .stream().filter(columns::containsKey).toList();
    List<Column> selected = new ArrayList<>(List.of(functions.col(FILE), functions.col(ROW)));
    used.forEach(
        name -> selected.add(table.col('`' + Objects.requireNonNull(columns.get(name)) + '`')));
    Broadcast<Map<String, Integer>> files =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new HashMap<>(numbers));
    return table
        .select(selected.toArray(Column[]::new))
        .map(
            (MapFunction<Row, Row>) new Conversion(files, List.copyOf(used), separate),
            Encoders.row(ElementRows.SCHEMA));
  }

  /** Converts a row of a table: file, number of the row, and the used columns. */
  private record Conversion(
      Broadcast<Map<String, Integer>> files, List<String> columns, boolean separate)
      implements MapFunction<Row, Row> {

    private static final int FIRST = 2;

    @Override
    public Row call(Row row) {
      String file = new Path(URI.create(row.getString(0))).toString();
      long index = row.getLong(1);
      try {
        ElementSet elements =
            separate ? TableRecord.ofFields(name -> text(row, name)) : ofLines(row);
        int number = Objects.requireNonNull(files.value().get(file));
        return ElementRows.of(elements, ElementRows.place(number, index));
      } catch (FieldFault fault) {
        return ElementRows.of(
            new Rejection(file, index, true, fault.field(), fault.value(), fault.reason()));
      }
    }

    private ElementSet ofLines(Row row) throws FieldFault {
      String name = text(row, NAME);
      String line0 = text(row, LINE_0);
      if (name == null && line0 != null) {
        name = line0.startsWith("0 ") ? line0.substring(2) : line0;
      }
      return TableRecord.ofLines(name, line(row, LINE_1), line(row, LINE_2));
    }

    private String line(Row row, String column) throws FieldFault {
      String text = text(row, column);
      if (text == null) {
        throw new FieldFault(column, null, "is missing");
      }
      return text;
    }

    private @Nullable String text(Row row, String column) {
      int at = columns.indexOf(column);
      Object value = at < 0 ? null : row.get(FIRST + at);
      return value == null ? null : value.toString();
    }
  }
}
