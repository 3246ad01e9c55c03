package space.maneuver.web.predictions;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
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

  /** Splits a body of any length into lines of bounded length. */
  static final class NdjsonLines {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final long maxBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();

    private int position;
    private int end;
    // There is no newline between position and this one.
    private int searched;
    private long number;
    private boolean overlong;
    private boolean blank;
    private byte[] text = buffer;
    private int offset;
    private int length;

    /**
     * Starts to split a body.
     *
     * @param maxBytes maximum length of a line; longer ones are skipped
     */
    NdjsonLines(InputStream in, long maxBytes) {
      this.in = in;
      this.maxBytes = maxBytes;
    }

    /** Moves to the next line; false at the end of the body. */
    boolean next() throws IOException {
      pieces.reset();
      overlong = false;
      blank = true;
      boolean any = false;
      while (position < end || fill()) {
        any = true;
        int stop = newline();
        boolean whole = stop < end;
        keep(stop, whole);
        position = whole ? stop + 1 : stop;
        searched = position;
        if (whole) {
          break;
        }
      }
      if (any) {
        number++;
      }
      if (pieces.size() > 0) {
        text = pieces.toByteArray();
        offset = 0;
        length = text.length;
      }
      return any;
    }

    /** Whether the next line has arrived completely, so that reading it does not block. */
    boolean ready() throws IOException {
      int newline = newline();
      while (newline == end && end - position < buffer.length && in.available() > 0) {
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        searched -= position;
        position = 0;
        int more = in.read(buffer, end, buffer.length - end);
        if (more < 0) {
          return false;
        }
        end += more;
        newline = newline();
      }
      return newline < end;
    }

    /** 1-based. */
    long number() {
      return number;
    }

    boolean overlong() {
      return overlong;
    }

    /** Whether the line is blank. */
    boolean blank() {
      return blank;
    }

    /**
     * Returns the bytes that contain the line, valid until the next call of {@link #next()} or
     * {@link #ready()}.
     */
    byte[] text() {
      return text;
    }

    int offset() {
      return offset;
    }

    int length() {
      return length;
    }

    private void keep(int stop, boolean last) {
      for (int i = position; blank && i < stop; i++) {
        blank = buffer[i] == ' ' || buffer[i] == '\t' || buffer[i] == '\r';
      }
      if (overlong || pieces.size() + (stop - position) > maxBytes) {
        overlong = true;
        pieces.reset();
      } else if (last && pieces.size() == 0) {
        text = buffer;
        offset = position;
        length = stop - position;
      } else {
        pieces.write(buffer, position, stop - position);
      }
    }

    private int newline() {
      int stop = Math.max(searched, position);
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      searched = stop;
      return stop;
    }

    private boolean fill() throws IOException {
      position = 0;
      searched = 0;
      end = Math.max(in.read(buffer, 0, buffer.length), 0);
      return end > 0;
    }
  }
}
