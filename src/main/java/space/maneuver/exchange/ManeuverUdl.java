package space.maneuver.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.Writer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes maneuvers as an array of maneuver records of the Unified Data Library, one after the
 * other; delta-v in km/s.
 */
public final class ManeuverUdl {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private static final double METRES_PER_KM = 1_000;

  private final Origin origin;
  private final JsonGenerator json;

  /**
   * What the library asks of whoever sends records.
   *
   * @param source name of the source
   * @param marking classification marking, such as U
   * @param mode what the data are
   */
  public record Origin(String source, String marking, DataMode mode) {}

  /** The modes of data that the library knows. */
  public enum DataMode {
    REAL,
    TEST,
    SIMULATED,
    EXERCISE;

    /**
     * The mode of a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static DataMode of(String name) {
      return Arrays.stream(values())
          .filter(each -> each.name().equals(name.strip().toUpperCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "must be one of " + Arrays.toString(values()) + ", not " + name));
    }
  }

  /**
   * Begins the array.
   *
   * @param out neither flushed nor closed
   * @throws JacksonIOException if it cannot be written
   */
  public ManeuverUdl(Origin origin, Writer out) {
    this.origin = origin;
    json = MAPPER.createGenerator(out);
    json.writeStartArray();
  }

  /**
   * Writes a maneuver.
   *
   * @throws JacksonIOException if it cannot be written
   */
  public void maneuver(ExportedManeuver maneuver) {
    json.writePOJO(Entry.of(maneuver, origin));
  }

  /**
   * Ends the array.
   *
   * @throws JacksonIOException if it cannot be written
   */
  public void end() {
    json.writeEndArray();
    json.close();
  }

  /** The fields of the library that are known here; the others are left out. */
  @JsonInclude(Include.NON_NULL)
  private record Entry(
      String classificationMarking,
      String dataMode,
      String source,
      int satNo,
      String idOnOrbit,
      String eventId,
      Instant eventStartTime,
      Instant eventEndTime,
      @Nullable Instant reportTime,
      String status,
      String algorithm,
      String characterization,
      double maneuverUnc,
      @Nullable Double deltaVel,
      @Nullable Double deltaVelU,
      @Nullable Double deltaVelV,
      @Nullable Double deltaVelW,
      String description) {

    static Entry of(ExportedManeuver each, Origin origin) {
      Maneuver figures = each.figures();
      DeltaV deltaV = figures.deltaV();
      String name = each.name();
      return new Entry(
          origin.marking(),
          origin.mode().name(),
          origin.source(),
          each.noradId(),
          Integer.toString(each.noradId()),
          each.id(),
          figures.earliest(),
          figures.latest(),
          each.reportedAt(),
          status(each.status()),
          each.model(),
          figures.kind() == Kind.BURN ? figures.type().label() : figures.kind().label(),
          1 - figures.confidence(),
          deltaV == null ? null : deltaV.total() / METRES_PER_KM,
          deltaV == null || deltaV.radial() == null ? null : deltaV.radial() / METRES_PER_KM,
          deltaV == null ? null : deltaV.alongTrack() / METRES_PER_KM,
          deltaV == null ? null : deltaV.crossTrack() / METRES_PER_KM,
          (name == null ? "" : name + ": ")
              + figures.kind().label()
              + " found in element sets, best estimate of its time "
              + figures.epoch()
              + (each.verdict() == null ? "" : ", reviewed: " + each.verdict().label())
              + (deltaV == null ? "" : "; U and W of the delta-v have no sign"));
    }

    private static String status(KeptStatus status) {
      return switch (status) {
        case PROVISIONAL -> "POSSIBLE";
        case CONFIRMED -> "VERIFIED";
        case WITHDRAWN -> "REDACTED";
      };
    }
  }
}
