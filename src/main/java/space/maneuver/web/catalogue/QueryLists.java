package space.maneuver.web.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.Change;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.ParameterProblems;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/**
 * Reads lists and times of a query, and collects their faults. A parameter without text is absent.
 */
public final class QueryLists {

  /** Objects in one list. */
  private static final int MOST_OBJECTS = 100;

  private static final String OBJECTS_RULE =
      "must be catalogue numbers, 1 to 999999999, separated by commas, at most " + MOST_OBJECTS;

  private static final String CURSOR_RULE =
      "must be one that a page of this list had as next, given with the same filters and order or"
          + " with none";

  private final List<Fault> faults = new ArrayList<>();

  /** The problem of a cursor that is none, or that comes with other filters or another order. */
  static ProblemException invalidCursor(String cursor) {
    return new ProblemException(
        Problem.INVALID_CURSOR,
        "cursor " + CURSOR_RULE + ".",
        Fault.ofQuery("cursor", cursor, CURSOR_RULE));
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException if there was a fault
   */
  public void requireNoFault() {
    if (!faults.isEmpty()) {
      throw ParameterProblems.of(faults);
    }
  }

  /** Notes a fault of a parameter. */
  public void fault(String name, @Nullable String text, String reason) {
    faults.add(Fault.ofQuery(name, text, reason));
  }

  /** Catalogue numbers, at most 100; none without a text. */
  public Set<Integer> noradIds(@Nullable String text) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (String each : parts(text)) {
      if (!each.matches("0*[1-9][0-9]{0,8}") || numbers.size() == MOST_OBJECTS) {
        fault("noradId", text, OBJECTS_RULE);
        return numbers;
      }
      numbers.add(Integer.parseInt(each));
    }
    return numbers;
  }

  /** The kinds; those that are listed by default if there is no text. */
  Set<Kind> kinds(@Nullable String text) {
    if (text == null || isEmpty(text)) {
      return Kind.LISTED;
    }
    try {
      return Kind.parse(text);
    } catch (IllegalArgumentException e) {
      fault("kinds", text, String.valueOf(e.getMessage()));
      return Kind.LISTED;
    }
  }

  Set<KeptStatus> statuses(@Nullable String text) {
    return named("status", text, KeptStatus.values(), KeptStatus::label);
  }

  Set<OrbitRegime> regimes(@Nullable String text) {
    return named(
        "regime",
        text == null ? null : text.toUpperCase(Locale.ROOT),
        OrbitRegime.values(),
        OrbitRegime::name);
  }

  Set<Change.Type> types(@Nullable String text) {
    return named("types", text, Change.Type.values(), Change.Type::label);
  }

  /** The name of a watch list; null without a text. */
  static @Nullable String watchlist(@Nullable String text) {
    return isEmpty(text) ? null : text;
  }

  private <T> Set<T> named(
      String name, @Nullable String text, T[] values, Function<T, String> label) {
    Set<T> found = new LinkedHashSet<>();
    for (String each : parts(text)) {
      Arrays.stream(values)
          .filter(value -> label.apply(value).equals(each))
          .findFirst()
          .ifPresentOrElse(
              found::add,
              () ->
                  fault(
                      name,
                      each,
                      Arrays.stream(values)
                          .map(label)
                          .collect(
                              Collectors.joining(", ", "must be of ", ", separated by commas"))));
    }
    return found;
  }

  @Nullable Instant time(String name, @Nullable String text) {
    if (isEmpty(text)) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      fault(name, text, "must be a time such as 2026-01-31T00:00:00Z");
      return null;
    }
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static List<String> parts(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }
}
