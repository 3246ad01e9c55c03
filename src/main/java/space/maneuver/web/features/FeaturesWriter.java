package space.maneuver.web.features;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.exchange.ModelReference;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.web.elements.ElementSetRequests.ElementSetIntake;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes windows one by one, since those of a request may not fit into memory. {@code /predictions}
 * parses them back to the same numbers. Only {@link #end} closes the document, so that a truncated
 * one is never valid JSON.
 */
final class FeaturesWriter {

  private final JsonGenerator json;

  FeaturesWriter(JsonMapper mapper, OutputStream out) {
    this.json = mapper.createGenerator(out);
  }

  void begin(ModelBundle model) {
    json.writeStartObject();
    json.writePOJOProperty("model", ModelReference.of(model));
    json.writeStringProperty("schema", model.features().name());
    json.writeArrayPropertyStart("windows");
  }

  void window(FeatureWindow window) {
    json.writeStartObject();
    if (window.id() != null) {
      json.writeStringProperty("id", window.id());
    }
    if (window.noradId() != null) {
      json.writeNumberProperty("noradId", window.noradId());
    }
    Instant start = window.start();
    if (start != null) {
      json.writeStringProperty("start", start.toString());
    }
    OrbitRegime regime = window.regime();
    if (regime != null) {
      json.writeStringProperty("regime", regime.name());
    }
    json.writeNumberProperty("days", window.days());
    json.writeArrayPropertyStart("features");
    for (int step = 0; step < window.steps(); step++) {
      row(window, step);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * Ends the document.
   *
   * @param failed objects for which no windows could be computed
   */
  void end(ElementSetIntake intake, List<RejectedRecord> failed) {
    json.writeEndArray();
    List<RejectedRecord> rejected = new ArrayList<>(intake.rejected());
    rejected.addAll(failed);
    json.writePOJOProperty("rejected", rejected);
    json.writeNumberProperty("rejectedCount", intake.rejectedCount() + failed.size());
    json.writeEndObject();
    json.close();
  }

  private void row(FeatureWindow window, int step) {
    if (!window.observed(step)) {
      json.writeNull();
      return;
    }
    json.writeStartArray();
    for (int column = 0; column < window.width(); column++) {
      float value = window.values()[step * window.width() + column];
      if (Float.isNaN(value)) {
        json.writeNull();
      } else {
        json.writeNumber(value);
      }
    }
    json.writeEndArray();
  }
}
