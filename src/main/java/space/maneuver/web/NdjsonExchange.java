package space.maneuver.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import space.maneuver.detection.ModelSession;
import space.maneuver.model.ModelBundle;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Answers windows line by line while they come in; lines that are here already go together. */
@Component
final class NdjsonExchange {

  private final WindowParser parser;
  private final WindowPredictions predictions;
  private final LimitsProperties limits;
  private final ObjectWriter writer;

  NdjsonExchange(
      WindowParser parser,
      WindowPredictions predictions,
      LimitsProperties limits,
      JsonMapper mapper) {
    this.parser = parser;
    this.predictions = predictions;
    this.limits = limits;
    this.writer = mapper.writerFor(PredictionEntry.class);
  }

  void answer(ModelSession session, InputStream body, HttpServletResponse response, boolean steps)
      throws IOException {
    ModelBundle model = session.bundle();
    ModelReference reference = ModelReference.of(model);
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    response.setHeader("X-Model", reference.text());
    NdjsonLines lines = new NdjsonLines(body, limits.line().toBytes());
    List<WindowOutcome> batch = new ArrayList<>();
    boolean any = false;
    while (lines.next()) {
      if (!lines.blank()) {
        any = true;
        batch.add(outcome(lines, model));
      }
      if (batch.size() == limits.batch() || !batch.isEmpty() && !lines.ready()) {
        send(answers(batch, session, steps), response.getOutputStream());
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      send(answers(batch, session, steps), response.getOutputStream());
    }
    if (!any) {
      throw new ProblemException(
          Problem.NO_WINDOWS,
          "The body has no line.",
          Fault.ofBody("body", null, "body", "must have at least one window"));
    }
  }

  // A stream has no end that a deadline could be for: each batch of lines has its own.
  private List<PredictionEntry> answers(
      List<WindowOutcome> batch, ModelSession session, boolean steps) {
    session.restartDeadline();
    return predictions.of(batch, session, steps);
  }

  private WindowOutcome outcome(NdjsonLines lines, ModelBundle model) {
    return lines.overlong()
        ? parser.overlong(lines.number())
        : parser.line(lines.bytes(), lines.number(), model);
  }

  private void send(List<PredictionEntry> entries, OutputStream out) throws IOException {
    for (PredictionEntry entry : entries) {
      out.write(writer.writeValueAsBytes(entry));
      out.write('\n');
    }
    out.flush();
  }
}
