package space.maneuver.orbit.format;

import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.Quantity.CatalogueUnits;
import space.maneuver.orbit.format.TleFields.TleExponential;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes element sets as a JSON array of GP records, with the precision of a TLE. */
public final class GpJsonWriter {

  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter EPOCH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private GpJsonWriter() {}

  /**
   * Writes the array.
   *
   * @param to not closed
   */
  public static void write(Iterable<ElementSet> elements, Writer to) {
    JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), to);
    json.writeStartArray();
    for (ElementSet each : elements) {
      json.writeRaw('\n');
      write(each, json);
    }
    json.writeRaw('\n');
    json.writeEndArray();
    json.flush();
  }

  private static void write(ElementSet elements, JsonGenerator json) {
    json.writeStartObject();
    if (elements.name() != null) {
      json.writeStringProperty(GpField.OBJECT_NAME.name(), elements.name());
    }
    if (elements.internationalDesignator() != null) {
      json.writeStringProperty(GpField.OBJECT_ID.name(), elements.internationalDesignator());
    }
    json.writeStringProperty(
        GpField.OBJECT_TYPE.name(), elements.objectClass().name().replace('_', ' '));
    json.writeNumberProperty(GpField.NORAD_CAT_ID.name(), elements.noradId());
    LocalDateTime epoch = LocalDateTime.ofInstant(elements.epoch(), ZoneOffset.UTC);
    json.writeStringProperty(GpField.EPOCH.name(), EPOCH.format(epoch));
    double meanMotion = CatalogueUnits.publishedMeanMotion(elements.meanMotion());
    number(json, GpField.MEAN_MOTION, meanMotion, 8);
    number(json, GpField.ECCENTRICITY, elements.eccentricity(), 7);
    degrees(json, GpField.INCLINATION, elements.inclination());
    degrees(json, GpField.RA_OF_ASC_NODE, elements.rightAscension());
    degrees(json, GpField.ARG_OF_PERICENTER, elements.argumentOfPerigee());
    degrees(json, GpField.MEAN_ANOMALY, elements.meanAnomaly());
    json.writeNumberProperty(GpField.EPHEMERIS_TYPE.name(), 0);
    json.writeNumberProperty(GpField.ELEMENT_SET_NO.name(), elements.elementNumber());
    json.writeNumberProperty(GpField.REV_AT_EPOCH.name(), elements.revolutionNumber());
    json.writeNumberProperty(GpField.BSTAR.name(), TleExponential.round(elements.bStar()));
    number(
        json,
        GpField.MEAN_MOTION_DOT,
        CatalogueUnits.publishedMeanMotionDot(elements.meanMotionDot()),
        8);
    json.writeNumberProperty(
        GpField.MEAN_MOTION_DDOT.name(),
        TleExponential.round(
            CatalogueUnits.publishedMeanMotionDotDot(elements.meanMotionDotDot())));
    json.writeEndObject();
  }

  private static void degrees(JsonGenerator json, GpField field, double angle) {
    number(json, field, Math.toDegrees(angle), 4);
  }

  private static void number(JsonGenerator json, GpField field, double value, int decimals) {
    json.writeNumberProperty(
        field.name(), BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }
}
