package space.maneuver.web.detections;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import space.maneuver.orbit.History;
import space.maneuver.web.elements.ElementSetIntake;
import space.maneuver.web.elements.RejectedRecord;
import space.maneuver.web.models.ModelReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers object by object, a line each, sent as soon as it is there: the caller sees how far it
 * is, and one that goes away ends the work with the next line.
 */
@Component
final class DetectionLines {

  private static final String OBJECTS = "X-Objects";
  private static final String MODEL = "X-Model";

  private final JsonMapper mapper;

  DetectionLines(JsonMapper mapper) {
    this.mapper = mapper;
  }

  void answer(
      ModelReference model,
      ElementSetIntake intake,
      Function<History, ?> detection,
      HttpServletResponse response)
      throws IOException {
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    response.setHeader(MODEL, model.text());
    response.setIntHeader(OBJECTS, intake.histories().size());
    OutputStream out = response.getOutputStream();
    for (History history : intake.histories()) {
      send(detection.apply(history), out);
    }
    send(new LastLine(model, intake.rejected(), intake.rejectedCount()), out);
  }

  private void send(Object line, OutputStream out) throws IOException {
    out.write(mapper.writeValueAsBytes(line));
    out.write('\n');
    out.flush();
  }

  /**
   * What is known at the end; without it the answer broke off.
   *
   * @param model that found it all
   * @param rejected the first of the records that were not usable
   * @param rejectedCount number of all of them
   */
  private record LastLine(ModelReference model, List<RejectedRecord> rejected, int rejectedCount) {}
}
