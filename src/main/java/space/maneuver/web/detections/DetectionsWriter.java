package space.maneuver.web.detections;

import java.io.Writer;
import java.util.List;
import space.maneuver.detection.ObjectReport;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.web.elements.RejectedRecord;
import space.maneuver.web.models.ModelReference;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a {@link DetectionsAnswer} object by object, since all of them need not fit into memory.
 */
public final class DetectionsWriter {

  private final JsonGenerator json;

  /**
   * Begins the answer.
   *
   * @param to neither flushed nor closed
   */
  public DetectionsWriter(ManeuverModel model, Writer to) {
    json =
        JsonMapper.shared()
            .writer()
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .createGenerator(to);
    json.writeStartObject();
    json.writePOJOProperty("model", ModelReference.of(model));
    json.writeArrayPropertyStart("objects");
  }

  public void object(ObjectReport report) {
    json.writePOJO(report);
  }

  /**
   * Ends the answer.
   *
   * @param rejected the first of the records that were not usable
   * @param rejectedCount number of all of them
   */
  public void end(List<Rejection> rejected, long rejectedCount) {
    json.writeEndArray();
    json.writePOJOProperty("rejected", rejected.stream().map(RejectedRecord::of).toList());
    json.writeNumberProperty("rejectedCount", rejectedCount);
    json.writeEndObject();
    json.close();
  }
}
