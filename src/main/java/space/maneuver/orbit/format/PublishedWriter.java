package space.maneuver.orbit.format;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes element sets one after the other with the digits that were published; only a TLE, which
 * has no room for more, is rounded. Readers of the same format read the same values.
 */
public final class PublishedWriter {

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  /** The fields of a record, in order. */
  private static final List<GpField> FIELDS =
      List.of(
          GpField.OBJECT_NAME,
          GpField.OBJECT_ID,
          GpField.OBJECT_TYPE,
          GpField.NORAD_CAT_ID,
          GpField.CLASSIFICATION_TYPE,
          GpField.EPOCH,
          GpField.MEAN_MOTION,
          GpField.ECCENTRICITY,
          GpField.INCLINATION,
          GpField.RA_OF_ASC_NODE,
          GpField.ARG_OF_PERICENTER,
          GpField.MEAN_ANOMALY,
          GpField.EPHEMERIS_TYPE,
          GpField.ELEMENT_SET_NO,
          GpField.REV_AT_EPOCH,
          GpField.BSTAR,
          GpField.MEAN_MOTION_DOT,
          GpField.MEAN_MOTION_DDOT,
          GpField.CREATION_DATE,
          GpField.ORIGINATOR);

  private final Layout layout;
  private final Writer out;
  private final JsonGenerator json;
  private boolean begun;

  /** The format written. */
  public enum Layout {
    /**
     * Two lines, after a line "0 NAME" if the name is known. Element sets that the format cannot
     * represent are left out, such as those of catalogue numbers above 339999.
     */
    TLE,
    /** An array of GP records. */
    JSON,
    /** GP records with a header; texts that a spreadsheet would run begin with an apostrophe. */
    CSV;

    /** Greatest catalogue number that a TLE can have. */
    public static final int GREATEST_TLE_NUMBER = TleFields.SatelliteNumber.GREATEST;

    /** Layouts by name, in lower case. */
    public static @Nullable Layout of(String name) {
      return Arrays.stream(values())
          .filter(layout -> layout.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * @param out neither flushed nor closed
   */
  public PublishedWriter(Layout layout, Writer out) {
    this.layout = layout;
    this.out = out;
    json = PublishedWriter.JSON.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Writes an element set. */
  public void write(PublishedElementSet next) throws IOException {
    begin();
    switch (layout) {
      case TLE -> tle(next);
      case JSON -> record(next);
      case CSV -> line(values(next).values().stream().map(PublishedWriter::cell).toList());
    }
  }

  /** Ends the document, which is complete even without element sets. */
  public void end() throws IOException {
    begin();
    if (layout == Layout.JSON) {
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeRaw('\n');
      json.flush();
    }
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    switch (layout) {
      case TLE -> {}
      case JSON -> json.writeStartArray();
      case CSV -> line(FIELDS.stream().map(GpField::name).toList());
    }
  }

  private void tle(PublishedElementSet next) throws IOException {
    String lines;
    try {
      lines = TleWriter.lines(next);
    } catch (IllegalArgumentException e) {
      return;
    }
    if (next.name() != null) {
      out.write("0 " + next.name() + "\n");
    }
    out.write(lines + "\n");
  }

  private void record(PublishedElementSet next) {
    json.writeRaw('\n');
    json.writeStartObject();
    values(next)
        .forEach(
            (field, value) -> {
              if (value instanceof BigDecimal number) {
                json.writeNumberProperty(field.name(), number);
              } else if (value instanceof Integer number) {
                json.writeNumberProperty(field.name(), number);
              } else if (value != null) {
                json.writeStringProperty(field.name(), value.toString());
              }
            });
    json.writeEndObject();
  }

  private void line(List<String> cells) throws IOException {
    out.write(cells.stream().collect(Collectors.joining(",", "", "\n")));
  }

  /** The values by field, in the order of {@link #FIELDS}. */
  private static Map<GpField, @Nullable Object> values(PublishedElementSet set) {
    Map<GpField, @Nullable Object> values = new LinkedHashMap<>();
    for (GpField field : FIELDS) {
      values.put(field, value(field, set));
    }
    return values;
  }

  private static @Nullable Object value(GpField field, PublishedElementSet set) {
    PublishedElementSet.Elements elements = set.elements();
    return switch (field) {
      case OBJECT_NAME -> set.name();
      case OBJECT_ID -> set.internationalDesignator();
      case OBJECT_TYPE -> set.objectType();
      case NORAD_CAT_ID -> set.noradId();
      case CLASSIFICATION_TYPE -> Character.toString(set.classification());
      case EPOCH -> time(set.epoch());
      case MEAN_MOTION -> elements.meanMotion();
      case ECCENTRICITY -> elements.eccentricity();
      case INCLINATION -> elements.inclination();
      case RA_OF_ASC_NODE -> elements.rightAscension();
      case ARG_OF_PERICENTER -> elements.argumentOfPerigee();
      case MEAN_ANOMALY -> elements.meanAnomaly();
      case EPHEMERIS_TYPE -> set.ephemerisType();
      case ELEMENT_SET_NO -> set.elementNumber();
      case REV_AT_EPOCH -> set.revolutionNumber();
      case BSTAR -> elements.bStar();
      case MEAN_MOTION_DOT -> elements.meanMotionDot();
      case MEAN_MOTION_DDOT -> elements.meanMotionDotDot();
      case CREATION_DATE -> set.creationDate() == null ? null : time(set.creationDate());
      case ORIGINATOR -> set.originator();
      case CENTER_NAME, REF_FRAME, TIME_SYSTEM, MEAN_ELEMENT_THEORY ->
          throw new IllegalArgumentException(field.name());
    };
  }

  private static String time(Instant instant) {
    return TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private static String cell(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return value == null ? "" : value.toString();
    }
    String marked = "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return marked.indexOf(',') >= 0 || marked.indexOf('"') >= 0
        ? '"' + marked.replace("\"", "\"\"") + '"'
        : marked;
  }
}
