package space.maneuver.web.predictions;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import space.maneuver.exchange.ModelReference;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.RequestLimits;
import space.maneuver.inference.SessionFactory;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.web.config.LimitsProperties;
import space.maneuver.web.json.NdjsonLines;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.predictions.WindowPredictions.PredictionEntry;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/**
 * Answers windows line by line as they arrive; lines that have already arrived are batched. While
 * some are computed, the next are read, but only a few batches ahead (backpressure): a client that
 * reads slowly is read from slowly.
 */
@Component
final class NdjsonExchange {

  private static final int MAX_BATCHES = 2;

  private final WindowParser parser;
  private final LimitsProperties lineLimits;
  private final RequestMeters meters;
  private final int maxLines;

  NdjsonExchange(
      WindowParser parser, LimitsProperties limits, RequestMeters meters, SessionFactory sessions) {
    this.parser = parser;
    this.lineLimits = limits;
    this.meters = meters;
    this.maxLines = Math.min(limits.batch(), sessions.largestSubmission());
  }

  /**
   * Reads windows and writes predictions until the body ends.
   *
   * @param body NDJSON of any length
   * @param limits of each batch of lines, since one deadline cannot cover an endless stream
   */
  void answer(
      ModelSession session,
      InputStream body,
      HttpServletResponse response,
      boolean steps,
      RequestLimits limits)
      throws IOException {
    ModelReference reference = ModelReference.of(session.bundle());
    begin(reference, response);
    NdjsonLines lines = new NdjsonLines(body, lineLimits.line().toBytes());
    Deque<WindowPredictions.Pending> inFlight = new ArrayDeque<>();
    List<WindowOutcome> batch = new ArrayList<>();
    boolean any = false;
    try (PredictionWriter writer = new PredictionWriter(response.getOutputStream())) {
      while (lines.next()) {
        if (!lines.blank()) {
          any = true;
          batch.add(outcome(lines, session.bundle()));
        }
        boolean pause = !lines.ready();
        if (batch.size() == maxLines || pause && !batch.isEmpty()) {
          inFlight.add(WindowPredictions.submit(session, batch, steps, limits));
          batch = new ArrayList<>();
        }
        while (inFlight.size() > MAX_BATCHES || pause && !inFlight.isEmpty()) {
          write(inFlight.remove(), reference, writer);
        }
        if (pause && any) {
          writer.flush();
        }
      }
      if (!any) {
        throw new ProblemException(
            Problem.NO_WINDOWS,
            "The request body has no lines.",
            Fault.ofBody("body", null, "body", "must contain at least one window"));
      }
    }
  }

  /** Sets the headers of an NDJSON response. */
  static void begin(ModelReference model, HttpServletResponse response) {
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    response.setHeader("X-Model", model.text());
  }

  private WindowOutcome outcome(NdjsonLines lines, ModelBundle bundle) {
    return lines.overlong()
        ? parser.overlong(lines.number())
        : parser.line(lines.text(), lines.offset(), lines.length(), lines.number(), bundle);
  }

  private void write(
      WindowPredictions.Pending pending, ModelReference model, PredictionWriter writer) {
    List<PredictionEntry> entries = pending.get();
    for (PredictionEntry entry : entries) {
      writer.line(entry);
    }
    PredictionEntry.count(entries, model.name(), meters);
  }
}
