package space.maneuver.spark;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.Rejection;

/**
 * Rows of what was read: an element set, without loss, or a rejected record. Both go through one
 * shuffle, so that the input is read once.
 */
final class ElementRows {

  /** Catalogue number; negative for rejected records, which are spread over several keys. */
  static final String KEY = "key";

  /** Number of the file and of the record in it. */
  static final String PLACE = "place";

  /** A rejected record: file, line, index, field, value, reason. */
  static final StructType REJECTED =
      new StructType()
          .add("file", StringType)
          .add("line", LongType)
          .add("index", LongType)
          .add("field", StringType)
          .add("value", StringType)
          .add("reason", StringType);

  static final StructType SCHEMA =
      new StructType()
          .add(KEY, IntegerType, false)
          .add(PLACE, LongType, false)
          .add("name", StringType)
          .add("designator", StringType)
          .add("object_class", IntegerType, false)
          .add("epoch_ticks", LongType, false)
          .add("mean_motion", DoubleType, false)
          .add("eccentricity", DoubleType, false)
          .add("inclination", DoubleType, false)
          .add("right_ascension", DoubleType, false)
          .add("argument_of_perigee", DoubleType, false)
          .add("mean_anomaly", DoubleType, false)
          .add("b_star", DoubleType, false)
          .add("mean_motion_dot", DoubleType, false)
          .add("mean_motion_dot_dot", DoubleType, false)
          .add("element_number", IntegerType, false)
          .add("revolution_number", IntegerType, false)
          .add("rejected", REJECTED);

  /** Name of the field of {@link #REJECTED} for a file that cannot be read to its end. */
  static final String UNREADABLE = "file";

  private static final int REJECTED_COLUMN = SCHEMA.fieldIndex("rejected");
  private static final int REJECTED_KEYS = 4096;

  private ElementRows() {}

  static long place(int file, long row) {
    return (long) file << Integer.SIZE | row;
  }

  static Row of(ElementSet elements, long place) {
    return RowFactory.create(
        elements.noradId(),
        place,
        elements.name(),
        elements.internationalDesignator(),
        elements.objectClass().ordinal(),
        elements.epochTicks(),
        elements.meanMotion(),
        elements.eccentricity(),
        elements.inclination(),
        elements.rightAscension(),
        elements.argumentOfPerigee(),
        elements.meanAnomaly(),
        elements.bStar(),
        elements.meanMotionDot(),
        elements.meanMotionDotDot(),
        elements.elementNumber(),
        elements.revolutionNumber(),
        null);
  }

  static Row of(Rejection rejection) {
    return rejected(RejectedRecord.of(rejection));
  }

  static Row of(String file, UnreadableInputException fault) {
    return rejected(
        new RejectedRecord(file, null, null, UNREADABLE, null, String.valueOf(fault.getMessage())));
  }

  private static Row rejected(RejectedRecord record) {
    return RowFactory.create(
        -1 - Math.floorMod(record.hashCode(), REJECTED_KEYS),
        0L,
        null,
        null,
        0,
        0L,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0,
        0,
        RowFactory.create(
            record.file(),
            record.line(),
            record.index(),
            record.field(),
            record.value(),
            record.reason()));
  }

  /** Returns the rejected record of a row; null if it holds an element set. */
  static @Nullable Row rejected(Row row) {
    return row.getAs(REJECTED_COLUMN);
  }

  static int noradId(Row row) {
    return row.getInt(0);
  }

  static ElementSet elements(Row row) {
    int at = 0;
    int noradId = row.getInt(at++);
    at++;
    return new ElementSet(
        noradId,
        row.getString(at++),
        row.getString(at++),
        ObjectClass.values()[row.getInt(at++)],
        row.getLong(at++),
        row.getDouble(at++),
        row.getDouble(at++),
        row.getDouble(at++),
        row.getDouble(at++),
        row.getDouble(at++),
        row.getDouble(at++),
        row.getDouble(at++),
        row.getDouble(at++),
        row.getDouble(at++),
        row.getInt(at++),
        row.getInt(at));
  }
}
