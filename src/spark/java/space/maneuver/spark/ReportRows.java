package space.maneuver.spark;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.orbit.History;

/** Rows of the result: the report of an object, or a rejected record on its way through. */
final class ReportRows {

  /** Columns as in the CSV of {@code detect}; delta-v in m/s. */
  static final StructType MANEUVER =
      new StructType()
          .add("epoch", TimestampType, false)
          .add("earliest", TimestampType, false)
          .add("latest", TimestampType, false)
          .add("confidence", DoubleType, false)
          .add("status", StringType, false)
          .add("element_sets_since", IntegerType, false)
          .add("type", StringType, false)
          .add("dv_radial_m_s", DoubleType)
          .add("dv_along_m_s", DoubleType)
          .add("dv_cross_m_s", DoubleType)
          .add("dv_total_m_s", DoubleType)
          .add("dv_sigma_m_s", DoubleType)
          .add("kind", StringType, false)
          .add("burns", IntegerType, false)
          .add("dv_radial_sigma_m_s", DoubleType)
          .add("dv_along_sigma_m_s", DoubleType)
          .add("dv_cross_sigma_m_s", DoubleType)
          .add("acceleration_m_s2", DoubleType);

  /** Code and reason of an error, or of a remark on the result. */
  private static final StructType REMARK =
      new StructType().add("code", StringType, false).add("reason", StringType, false);

  static final StructType OBJECT =
      new StructType()
          .add("norad_id", IntegerType, false)
          .add("name", StringType)
          .add("regime", StringType, false)
          .add("measured", BooleanType)
          .add("element_sets", LongType, false)
          .add("first_epoch", TimestampType, false)
          .add("last_epoch", TimestampType, false)
          .add("maneuvers", DataTypes.createArrayType(MANEUVER, false), false)
          .add("notes", DataTypes.createArrayType(REMARK, false), false)
          .add("error", REMARK);

  /** Exactly one of its columns is set. */
  static final StructType SCHEMA =
      new StructType().add("object", OBJECT).add("rejected", ElementRows.REJECTED);

  private ReportRows() {}

  static Row ofRejected(Row rejected) {
    return RowFactory.create(null, rejected);
  }

  static Row of(History history, ObjectReport report) {
    ObjectError error = report.error();
    return object(
        history,
        report.measured(),
        report.elementSets(),
        report.maneuvers().stream().map(ReportRows::maneuver).toArray(Row[]::new),
        report.notes().stream().map(note -> remark(note.code(), note.reason())).toArray(Row[]::new),
        error == null ? null : remark(error.code(), error.reason()));
  }

  /**
   * An object that is not searched because of its size.
   *
   * @param history of the first element sets
   * @param elementSets number of all of them
   */
  static Row tooLarge(History history, long elementSets, int most) {
    return object(
        history,
        null,
        elementSets,
        new Row[0],
        new Row[0],
        RowFactory.create(
            "too-many-element-sets",
            elementSets + " element sets; --max-element-sets allows " + most));
  }

  private static Row object(
      History history,
      @Nullable Boolean measured,
      long elementSets,
      Row[] maneuvers,
      Row[] notes,
      @Nullable Row error) {
    return RowFactory.create(
        RowFactory.create(
            history.noradId(),
            history.name(),
            history.regime().name(),
            measured,
            elementSets,
            history.first().epoch(),
            history.last().epoch(),
            maneuvers,
            notes,
            error),
        null);
  }

  private static Row remark(Enum<?> code, String reason) {
    return RowFactory.create(code.name().toLowerCase(Locale.ROOT).replace('_', '-'), reason);
  }

  private static Row maneuver(Maneuver maneuver) {
    DeltaV deltaV = maneuver.deltaV();
    ComponentSigma sigma = maneuver.componentSigma();
    return RowFactory.create(
        maneuver.epoch(),
        maneuver.earliest(),
        maneuver.latest(),
        maneuver.confidence(),
        maneuver.status().label(),
        maneuver.elementSetsSince(),
        maneuver.type().label(),
        deltaV == null ? null : deltaV.radial(),
        deltaV == null ? null : (Double) deltaV.alongTrack(),
        deltaV == null ? null : (Double) deltaV.crossTrack(),
        deltaV == null ? null : (Double) deltaV.total(),
        deltaV == null ? null : (Double) deltaV.sigma(),
        maneuver.kind().label(),
        maneuver.burns(),
        sigma == null ? null : (Double) sigma.radial(),
        sigma == null ? null : (Double) sigma.alongTrack(),
        sigma == null ? null : (Double) sigma.crossTrack(),
        maneuver.acceleration());
  }
}
