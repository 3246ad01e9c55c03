package space.maneuver.web.watchlists;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.KeptWatchLists.WatchList;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.web.json.JsonBody;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.ParameterProblems;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Reads a watch list from a request, and collects all its faults. */
final class WatchListBody {

  /** Greatest number of objects named one by one. */
  private static final int MOST_OBJECTS = 10_000;

  private static final int GREATEST_NUMBER = 999_999_999;
  private static final int LONGEST_QUERY = 100;
  private static final int LARGEST = 1 << 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String OBJECTS = "objects";
  private static final String REGIMES = "regimes";
  private static final String QUERY = "query";

  private final JsonBody body;

  private WatchListBody(JsonBody body) {
    this.body = body;
  }

  /**
   * Reads a watch list.
   *
   * @param name of the path
   * @throws ProblemException with all faults of the body, or with that of the name
   */
  static WatchList of(String name, HttpServletRequest request, Instant now) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw ParameterProblems.of(
          List.of(
              new Fault(
                  null,
                  "name",
                  name,
                  "path",
                  "must be 1 to 64 letters, digits, dots, hyphens and underscores")));
    }
    JsonBody body = JsonBody.read(request, LARGEST, Problem.INVALID_WATCHLIST);
    body.requireKnown(List.of(OBJECTS, REGIMES, QUERY));
    WatchListBody read = new WatchListBody(body);
    WatchList list = new WatchList(name, read.objects(), read.regimes(), read.query(), now);
    if (list.objects().isEmpty() && list.regimes().isEmpty() && list.query() == null) {
      body.fault(OBJECTS, "is required if there are neither regimes nor a query");
    }
    body.requireNoFault();
    return list;
  }

  private SortedSet<Integer> objects() {
    SortedSet<Integer> objects = new TreeSet<>();
    JsonNode given = body.get(OBJECTS);
    if (!body.isGiven(OBJECTS)) {
      return objects;
    }
    boolean valid = given.isArray() && given.size() <= MOST_OBJECTS;
    for (JsonNode each : given) {
      valid &=
          each.isIntegralNumber()
              && each.canConvertToInt()
              && each.asInt() >= 1
              && each.asInt() <= GREATEST_NUMBER;
      if (!valid) {
        break;
      }
      objects.add(each.asInt());
    }
    if (!valid) {
      body.fault(
          OBJECTS,
          "must be a list of at most "
              + MOST_OBJECTS
              + " catalogue numbers, 1 to "
              + GREATEST_NUMBER);
    }
    return objects;
  }

  private Set<OrbitRegime> regimes() {
    Set<OrbitRegime> regimes = EnumSet.noneOf(OrbitRegime.class);
    JsonNode given = body.get(REGIMES);
    if (!body.isGiven(REGIMES)) {
      return regimes;
    }
    boolean valid = given.isArray();
    for (JsonNode each : given) {
      String name = each.asString("").toUpperCase(Locale.ROOT);
      boolean known = false;
      for (OrbitRegime regime : OrbitRegime.values()) {
        if (regime.name().equals(name)) {
          known = true;
          regimes.add(regime);
        }
      }
      valid &= known;
    }
    if (!valid) {
      body.fault(
          REGIMES,
          Arrays.stream(OrbitRegime.values())
              .map(Enum::name)
              .collect(Collectors.joining(", ", "must be a list of ", "")));
    }
    return regimes;
  }

  private @Nullable String query() {
    if (!body.isGiven(QUERY)) {
      return null;
    }
    JsonNode given = body.get(QUERY);
    if (!given.isString()
        || given.asString().isBlank()
        || given.asString().length() > LONGEST_QUERY
        || given.asString().chars().anyMatch(Character::isISOControl)) {
      body.fault(
          QUERY,
          "must be text of 1 to " + LONGEST_QUERY + " characters without control characters");
      return null;
    }
    return given.asString().strip();
  }
}
