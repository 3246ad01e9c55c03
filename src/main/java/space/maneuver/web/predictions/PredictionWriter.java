package space.maneuver.web.predictions;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.exchange.ModelReference;
import space.maneuver.inference.Prediction;
import space.maneuver.web.predictions.WindowPredictions.PredictionEntry;
import space.maneuver.web.problem.Fault;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the results of windows as JSON, field by field. */
final class PredictionWriter implements AutoCloseable {

  /** The fast writer produces the shortest text that parses to the same number. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // Once anything has been sent, the response can no longer become a problem.
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          // A truncated document must not be valid JSON.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .rootValueSeparator((String) null)
          .build();

  private final OutputStream out;
  private final JsonGenerator json;

  PredictionWriter(OutputStream out) {
    this.out = out;
    json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Writes the complete response to a document of windows. */
  void document(ModelReference model, List<PredictionEntry> entries) {
    json.writeStartObject();
    json.writeObjectPropertyStart("model");
    json.writeStringProperty("name", model.name());
    json.writeStringProperty("version", model.version());
    json.writeEndObject();
    json.writeArrayPropertyStart("predictions");
    for (PredictionEntry entry : entries) {
      entry(entry);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes the result for one line. */
  void line(PredictionEntry entry) {
    entry(entry);
    json.writeRaw('\n');
  }

  /** Sends what has been written so far. */
  void flush() throws IOException {
    json.flush();
    out.flush();
  }

  private void entry(PredictionEntry entry) {
    json.writeStartObject();
    optional("id", entry.id());
    if (entry.prediction() != null) {
      prediction(entry.prediction());
    }
    if (entry.error() != null) {
      error(entry.error());
    }
    json.writeEndObject();
  }

  private void prediction(Prediction prediction) {
    json.writeNumberProperty("probability", prediction.probability());
    json.writeBooleanProperty("maneuver", prediction.maneuver());
    json.writeNumberProperty("threshold", prediction.threshold());
    double[] steps = prediction.steps();
    if (steps != null) {
      json.writeName("steps");
      json.writeArray(steps, 0, steps.length);
    }
  }

  private void error(Fault fault) {
    json.writeObjectPropertyStart("error");
    optional("code", fault.code());
    json.writeStringProperty("field", fault.field());
    optional("value", fault.value());
    optional("place", fault.place());
    json.writeStringProperty("reason", fault.reason());
    json.writeEndObject();
  }

  private void optional(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  /** Leaves the stream open and sends nothing by itself. */
  @Override
  public void close() {
    json.close();
  }
}
