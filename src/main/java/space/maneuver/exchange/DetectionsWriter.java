package space.maneuver.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import space.maneuver.detection.ObjectReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes detections object by object, since all of them may not fit into memory: the response of
 * {@code POST /detections} and the output of {@code detect --format json}.
 *
 * <pre>{@code
 * JSON    {"model":{..},"objects":[{..},..],"rejected":[..],"rejectedCount":0}
 * NDJSON  a line for each object, then {"model":{..},"rejected":[..],"rejectedCount":0}
 * }</pre>
 *
 * A truncated document never looks complete.
 */
public final class DetectionsWriter {

  /** The fast writer produces the shortest text that parses to the same number. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().rootValueSeparator((String) null).build())
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private static final ObjectWriter WHOLE = MAPPER.writer();
  private static final ObjectWriter WITHOUT_WINDOWS =
      MAPPER.rebuild().addMixIn(ObjectReport.class, WithoutWindows.class).build().writer();

  /** The layout of the output. */
  public enum Layout {
    /** One document; nothing is sent before its end unless a buffer fills up. */
    JSON,
    /** One line per object, sent immediately. */
    NDJSON
  }

  private final Layout layout;
  private final ModelReference model;
  private final JsonGenerator json;
  private final Flushable out;
  private boolean begun;

  /**
   * Writes UTF-8.
   *
   * @param model that detects
   * @param windows whether to include the probabilities of each object's windows
   * @param out not closed
   */
  public DetectionsWriter(Layout layout, ModelReference model, boolean windows, OutputStream out) {
    this(layout, model, writer(windows).createGenerator(out), out);
  }

  /**
   * Writes the complete report of each object.
   *
   * @param model that detects
   * @param out not closed
   */
  public DetectionsWriter(Layout layout, ModelReference model, Writer out) {
    this(layout, model, writer(true).createGenerator(out), out);
  }

  private DetectionsWriter(Layout layout, ModelReference model, JsonGenerator json, Flushable out) {
    this.layout = layout;
    this.model = model;
    this.json = json;
    this.out = out;
  }

  private static ObjectWriter writer(boolean windows) {
    return windows ? WHOLE : WITHOUT_WINDOWS;
  }

  /**
   * Writes the report of one object.
   *
   * @throws JacksonIOException if it cannot be written
   */
  public void object(ObjectReport report) {
    if (layout == Layout.JSON) {
      begin();
      json.writePOJO(report);
    } else {
      line(report);
    }
  }

  /**
   * Ends the output.
   *
   * @param rejected the first of the rejected records
   * @param rejectedCount number of all rejected records
   * @throws JacksonIOException if it cannot be written
   */
  public void end(List<RejectedRecord> rejected, long rejectedCount) {
    if (layout == Layout.JSON) {
      begin();
      json.writeEndArray();
      json.writePOJOProperty("rejected", rejected);
      json.writeNumberProperty("rejectedCount", rejectedCount);
      json.writeEndObject();
      json.close();
    } else {
      line(new LastLine(model, rejected, rejectedCount));
    }
  }

  /** Starts the document only with its first part, so that refused input produces no output. */
  private void begin() {
    if (!begun) {
      begun = true;
      json.writeStartObject();
      json.writePOJOProperty("model", model);
      json.writeArrayPropertyStart("objects");
    }
  }

  private void line(Object value) {
    json.writePOJO(value);
    json.writeRaw('\n');
    json.flush();
    try {
      out.flush();
    } catch (IOException e) {
      throw JacksonIOException.construct(e, json);
    }
  }

  private record LastLine(
      ModelReference model, List<RejectedRecord> rejected, long rejectedCount) {}

  @JsonIgnoreProperties("windows")
  private interface WithoutWindows {}
}
