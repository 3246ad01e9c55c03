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
 * Writes the answer to a search, object by object, since all of them need not fit into memory: the
 * answer of {@code POST /detections} and of {@code detect --format json}.
 *
 * <pre>{@code
 * JSON    {"model":{..},"objects":[{..},..],"rejected":[..],"rejectedCount":0}
 * NDJSON  a line for each object, then {"model":{..},"rejected":[..],"rejectedCount":0}
 * }</pre>
 *
 * An answer that broke off never looks whole.
 */
public final class DetectionsWriter {

  /** The fast writer gives the shortest text that reads back to the same number. */
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

  /** How the answer is laid out. */
  public enum Layout {
    /** One document; nothing is sent before its end unless a buffer is full. */
    JSON,
    /** A line for each object, sent at once. */
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
   * @param model that searches
   * @param windows whether an object has the probabilities of its windows
   * @param out not closed
   */
  public DetectionsWriter(Layout layout, ModelReference model, boolean windows, OutputStream out) {
    this(layout, model, writer(windows).createGenerator(out), out);
  }

  /**
   * Writes all that there is of each object.
   *
   * @param model that searches
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
   * Writes what was found of one object.
   *
   * @throws JacksonIOException when it cannot be written
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
   * Ends the answer.
   *
   * @param rejected the first of the records that were not usable
   * @param rejectedCount number of all of them
   * @throws JacksonIOException when it cannot be written
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

  /** Begins late, so that input that is refused leaves nothing behind. */
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
