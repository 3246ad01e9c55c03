package space.maneuver.web.reviews;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.KeptReviews.Judgment;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.web.json.JsonBody;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Reads a verdict from the body of a request, and collects all its faults. */
final class ReviewBody {

  static final int LONGEST_NOTE = 1_000;

  private static final int LARGEST = 16_384;
  private static final String VERDICT = "verdict";
  private static final String START = "start";
  private static final String END = "end";
  private static final String NOTE = "note";
  private static final String NORAD_ID = "noradId";
  private static final int GREATEST_NUMBER = 999_999_999;

  private static final Instant EARLIEST = Instant.parse("1957-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

  private static final Set<Verdict> OF_MANEUVER = EnumSet.complementOf(EnumSet.of(Verdict.QUIET));
  private static final Set<Verdict> OF_STRETCH = EnumSet.of(Verdict.BURN, Verdict.QUIET);

  private final JsonBody body;

  private ReviewBody(HttpServletRequest request) throws IOException {
    body = JsonBody.read(request, LARGEST, Problem.INVALID_REVIEW);
  }

  /**
   * A verdict on a stretch.
   *
   * @param noradId catalogue number of the object
   */
  record OfStretch(int noradId, Judgment judgment) {}

  /**
   * Reads a verdict on a maneuver.
   *
   * @param by who judged
   * @throws ProblemException with all faults of the body
   */
  static Judgment ofManeuver(HttpServletRequest request, @Nullable String by) throws IOException {
    ReviewBody read = new ReviewBody(request);
    read.body.requireKnown(List.of(VERDICT, START, END, NOTE));
    if (read.body.isGiven(START) != read.body.isGiven(END)) {
      String missing = read.body.isGiven(START) ? END : START;
      read.body.fault(missing, "is required with " + (read.body.isGiven(START) ? START : END));
    }
    Judgment judgment = read.judgment(OF_MANEUVER, by);
    read.body.requireNoFault();
    return judgment;
  }

  /**
   * Reads a verdict on a stretch.
   *
   * @param by who judged
   * @throws ProblemException with all faults of the body
   */
  static OfStretch ofStretch(HttpServletRequest request, @Nullable String by) throws IOException {
    ReviewBody read = new ReviewBody(request);
    read.body.requireKnown(List.of(NORAD_ID, VERDICT, START, END, NOTE));
    int noradId = read.noradId();
    for (String each : List.of(START, END)) {
      if (!read.body.isGiven(each)) {
        read.body.fault(each, "is required");
      }
    }
    Judgment judgment = read.judgment(OF_STRETCH, by);
    if (judgment.verdict() == Verdict.QUIET
        && judgment.start() != null
        && judgment.start().equals(judgment.end())) {
      read.body.fault(END, "must be after the start of a quiet stretch");
    }
    read.body.requireNoFault();
    return new OfStretch(noradId, judgment);
  }

  private int noradId() {
    JsonNode value = body.get(NORAD_ID);
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      int number = value.asInt();
      if (number >= 1 && number <= GREATEST_NUMBER) {
        return number;
      }
    }
    body.fault(NORAD_ID, "must be a whole number from 1 to " + GREATEST_NUMBER);
    return 0;
  }

  private Judgment judgment(Set<Verdict> verdicts, @Nullable String by) {
    Verdict verdict = verdict(verdicts);
    Instant start = time(START);
    Instant end = time(END);
    if (start != null && end != null && end.isBefore(start)) {
      body.fault(END, "is before the start");
    }
    return new Judgment(verdict, start, end, note(), by);
  }

  private Verdict verdict(Set<Verdict> allowed) {
    Verdict given = Verdict.of(body.get(VERDICT).asString(""));
    if (given != null && allowed.contains(given)) {
      return given;
    }
    body.fault(
        VERDICT,
        "must be one of: "
            + Arrays.stream(Verdict.values())
                .filter(allowed::contains)
                .map(Verdict::label)
                .collect(Collectors.joining(", ")));
    return Verdict.UNSURE;
  }

  private @Nullable Instant time(String name) {
    if (!body.isGiven(name)) {
      return null;
    }
    try {
      JsonNode value = body.get(name);
      Instant read =
          OffsetDateTime.parse(value.isString() ? value.asString() : "")
              .toInstant()
              .truncatedTo(ChronoUnit.MICROS);
      if (!read.isBefore(EARLIEST) && read.isBefore(LATEST)) {
        return read;
      }
      body.fault(name, "must be in the years 1957 to 2100");
    } catch (DateTimeException e) {
      body.fault(name, "must be a time such as 2026-01-31T00:00:00Z");
    }
    return null;
  }

  private @Nullable String note() {
    JsonNode value = body.get(NOTE);
    if (!body.isGiven(NOTE)) {
      return null;
    }
    if (!value.isString() || value.asString().length() > LONGEST_NOTE) {
      body.fault(NOTE, "must be text of at most " + LONGEST_NOTE + " characters");
      return null;
    }
    String text = value.asString();
    if (text.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n')) {
      body.fault(NOTE, "must not have control characters other than line feeds");
    }
    return text.isBlank() ? null : text;
  }
}
