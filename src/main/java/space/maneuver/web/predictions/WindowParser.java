package space.maneuver.web.predictions;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.format.JsonFaults;
import space.maneuver.web.config.LimitsProperties;
import space.maneuver.web.json.NumbersFactory;
import space.maneuver.web.predictions.WindowReader.WindowOrigin;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.FaultCode;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Parses the windows of a request in one pass, from text to numbers, without building a tree. */
@Component
final class WindowParser {

  private final JsonFactory factory = new NumbersFactory();
  private final LimitsProperties limits;

  WindowParser(LimitsProperties limits) {
    this.limits = limits;
  }

  /**
   * Reads a whole document, {@code {"windows": [...]}}. Its fields {@code model} and {@code schema}
   * may state what the windows were made for; other fields are ignored.
   *
   * @throws JacksonException if it is not JSON
   */
  List<WindowOutcome> document(InputStream body, ModelBundle bundle) {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), body)) {
      List<WindowOutcome> windows = new ArrayList<>();
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new StreamReadException(parser, "the body is empty");
      }
      if (first != JsonToken.START_OBJECT) {
        throw noWindows("body", "must be an object with a list \"windows\"");
      }
      WindowOrigin origin = new WindowOrigin();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!name.equals("windows")) {
          if (!origin.read(name, parser)) {
            parser.skipChildren();
          }
        } else if (value == JsonToken.START_ARRAY) {
          list(parser, bundle, windows);
        } else {
          throw noWindows("windows", "must be a list");
        }
      }
      expectEnd(parser);
      Fault wrong = origin.fault(bundle, "", "body");
      if (wrong != null) {
        throw new ProblemException(
            Problem.WRONG_MODEL, wrong.field() + " " + wrong.reason() + ".", wrong);
      }
      if (windows.isEmpty()) {
        throw noWindows("windows", "must contain at least one window");
      }
      return windows;
    }
  }

  /** Reads one line of NDJSON; a syntax error affects that line only. */
  WindowOutcome line(byte[] text, int offset, int length, long number, ModelBundle bundle) {
    String place = "line " + number;
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), text, offset, length)) {
      parser.nextToken();
      WindowOutcome outcome = window(parser, bundle, new WindowFaults("", place));
      expectEnd(parser);
      return outcome;
    } catch (JacksonException e) {
      TokenStreamLocation location = e.getLocation();
      String column = location == null ? "" : "column " + location.getColumnNr() + ": ";
      String reason = column + JsonFaults.reason(e);
      return refused(FaultCode.MALFORMED_JSON, place, reason);
    }
  }

  /** Returns the result for a line that was too long to be read. */
  WindowOutcome overlong(long number) {
    long max = limits.line().toBytes();
    return refused(
        FaultCode.LINE_TOO_LONG, "line " + number, "must have at most " + max + " bytes");
  }

  private void list(JsonParser parser, ModelBundle bundle, List<WindowOutcome> windows) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (windows.size() == limits.windows()) {
        String reason = "may contain at most " + limits.windows() + " windows";
        throw new ProblemException(
            Problem.TOO_MANY_WINDOWS,
            "A request " + reason + "; send several requests, or NDJSON, which has no limit.",
            Fault.ofBody("windows", null, "body", reason));
      }
      String place = "windows[" + windows.size() + "]";
      windows.add(window(parser, bundle, new WindowFaults(place, place)));
    }
  }

  private WindowOutcome window(JsonParser parser, ModelBundle bundle, WindowFaults faults) {
    return new WindowReader(bundle, limits.steps(), faults).read(parser);
  }

  private static void expectEnd(JsonParser parser) {
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "unexpected content after the object");
    }
  }

  private static WindowOutcome refused(FaultCode code, String place, String reason) {
    return new WindowOutcome(null, null, new Fault(code.code(), "window", null, place, reason));
  }

  private static ProblemException noWindows(String field, String reason) {
    return new ProblemException(
        Problem.NO_WINDOWS, field + " " + reason + ".", Fault.ofBody(field, null, "body", reason));
  }
}
