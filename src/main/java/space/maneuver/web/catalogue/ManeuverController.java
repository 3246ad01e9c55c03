package space.maneuver.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.catalogue.KeptManeuvers;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.ManeuverQuery;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Order;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Page;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Place;
import space.maneuver.catalogue.maneuvers.ManeuverRevision;
import space.maneuver.exchange.CatalogueManeuver;
import space.maneuver.web.Paths;
import space.maneuver.web.elements.ElementSetTypes;
import space.maneuver.web.exports.ExportFormat;
import space.maneuver.web.exports.ManeuverExports;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** Lists the maneuvers of the catalogue. */
@RestController
@RequestMapping(Paths.MANEUVERS)
class ManeuverController implements ManeuverApi {

  private static final Set<KeptStatus> STANDING =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(KeptStatus.WITHDRAWN)));

  private final KeptCatalogue kept;
  private final ManeuverExports exports;
  private final JsonMapper mapper;

  ManeuverController(KeptCatalogue kept, ManeuverExports exports, JsonMapper mapper) {
    this.kept = kept;
    this.exports = exports;
    this.mapper = mapper;
  }

  @Override
  @GetMapping(
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        ElementSetTypes.CSV,
        ElementSetTypes.XML,
        ElementSetTypes.TEXT
      })
  public void listManeuvers(
      @RequestParam(name = "noradId", required = false) @Nullable String noradId,
      @RequestParam(name = "regime", required = false) @Nullable String regime,
      @RequestParam(name = "kinds", required = false) @Nullable String kinds,
      @RequestParam(name = "status", required = false) @Nullable String status,
      @RequestParam(name = "minConfidence", required = false) @Nullable Double minConfidence,
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      @RequestParam(name = "updatedSince", required = false) @Nullable String updatedSince,
      @RequestParam(name = "sort", required = false) @Nullable String sort,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "format", required = false) @Nullable String format,
      @RequestParam(name = "watchlist", required = false) @Nullable String watchlist,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    KeptManeuvers maneuvers = kept.get().maneuvers();
    QueryLists lists = new QueryLists();
    Set<KeptStatus> statuses = lists.statuses(status);
    ManeuverQuery query =
        new ManeuverQuery(
            lists.noradIds(noradId),
            lists.regimes(regime),
            QueryLists.watchlist(watchlist),
            lists.kinds(kinds),
            statuses.isEmpty() ? STANDING : statuses,
            minConfidence,
            lists.time("from", from),
            lists.time("to", to),
            lists.time("updatedSince", updatedSince),
            order(sort, lists),
            limit,
            null);
    ExportFormat asked = format(format, query.noradIds(), request, lists);
    if (asked != ExportFormat.JSON && cursor != null && !cursor.isEmpty()) {
      lists.fault("cursor", cursor, "goes with JSON only: other formats have no pages");
    }
    lists.requireNoFault();
    if (cursor != null && !cursor.isEmpty()) {
      boolean alone =
          Stream.of(
                  noradId,
                  regime,
                  watchlist,
                  kinds,
                  status,
                  minConfidence,
                  from,
                  to,
                  updatedSince,
                  sort)
              .allMatch(each -> each == null);
      query = from(cursor, alone ? null : query).limitedTo(limit);
    }
    if (asked != ExportFormat.JSON) {
      exports.write(asked, maneuvers, query, response);
      return;
    }
    Page page = maneuvers.list(query);
    Place next = page.next();
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    mapper.writeValue(
        response.getOutputStream(),
        new ManeuversResponse(
            page.maneuvers().stream().map(CatalogueManeuver::of).toList(),
            next == null ? null : ManeuverCursor.text(query.from(next))));
  }

  private static Order order(@Nullable String sort, QueryLists lists) {
    if (sort == null || sort.isEmpty()) {
      return Order.NEWEST_EPOCH;
    }
    return Arrays.stream(Order.values())
        .filter(each -> each.label().equals(sort))
        .findFirst()
        .orElseGet(
            () -> {
              lists.fault("sort", sort, "must be -epoch, epoch, -updatedAt or noradId");
              return Order.NEWEST_EPOCH;
            });
  }

  private static ExportFormat format(
      @Nullable String format, Set<Integer> objects, HttpServletRequest request, QueryLists lists) {
    List<MediaType> accepted =
        MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    ExportFormat asked =
        format == null || format.isEmpty()
            ? ExportFormat.accepted(accepted)
            : ExportFormat.of(format, accepted);
    if (asked == null) {
      lists.fault("format", format, "must be json, csv, ocm or udl");
      return ExportFormat.JSON;
    }
    if (asked == ExportFormat.OCM_LINES && objects.size() != 1) {
      lists.fault("noradId", null, "must be one object for an OCM in text/plain");
    }
    return asked;
  }

  /**
   * The query of a cursor.
   *
   * @param asked what the request asks for; null if it has a cursor alone
   */
  private static ManeuverQuery from(String cursor, @Nullable ManeuverQuery asked) {
    ManeuverQuery place = ManeuverCursor.of(cursor);
    if (place == null
        || asked != null && !place.from(null).limitedTo(asked.limit()).equals(asked)) {
      throw QueryLists.invalidCursor(cursor);
    }
    return place;
  }

  @Override
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  public CatalogueManeuver getManeuver(@PathVariable("id") String id) {
    ListedManeuver found = kept.get().maneuvers().find(number(id));
    if (found == null) {
      throw unknown(id);
    }
    return CatalogueManeuver.of(found);
  }

  @Override
  @GetMapping(path = "/{id}/revisions", produces = MediaType.APPLICATION_JSON_VALUE)
  public RevisionsResponse listRevisions(@PathVariable("id") String id) {
    List<ManeuverRevision> found = kept.get().maneuvers().revisions(number(id));
    if (found.isEmpty()) {
      throw unknown(id);
    }
    return new RevisionsResponse(
        found.stream()
            .map(each -> new Revision(each.reason(), CatalogueManeuver.of(each.maneuver())))
            .toList());
  }

  private static long number(String id) {
    if (!id.matches("[0-9]{1,18}")) {
      throw unknown(id);
    }
    return Long.parseLong(id);
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(
        Problem.UNKNOWN_MANEUVER,
        "The catalogue has no maneuver " + id + ".",
        new Fault(null, "id", id, "path", "not in the catalogue"));
  }

  /**
   * A page of maneuvers.
   *
   * @param next cursor of the next page; null on the last one
   */
  record ManeuversResponse(List<CatalogueManeuver> maneuvers, @Nullable String next) {}

  /** The revisions of a maneuver, the first one first. */
  record RevisionsResponse(List<Revision> revisions) {}

  /**
   * A revision.
   *
   * @param reason why it was told
   * @param maneuver as it was told
   */
  record Revision(Reason reason, CatalogueManeuver maneuver) {}
}
