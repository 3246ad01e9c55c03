package space.maneuver.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.CatalogueObject;
import space.maneuver.catalogue.KeptElementSet;
import space.maneuver.catalogue.ObjectQuery;
import space.maneuver.catalogue.ObjectQuery.Order;
import space.maneuver.catalogue.ObjectQuery.Position;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.PublishedWriter;
import space.maneuver.orbit.format.PublishedWriter.Layout;
import space.maneuver.web.Paths;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.ParameterProblems;

/** Lists the objects of the catalogue and their element sets. */
@RestController
@RequestMapping(Paths.OBJECTS)
class ObjectController implements ObjectApi {

  /** Element sets read at a time, so that a slow caller holds no connection to the database. */
  private static final int CHUNK = 1_000;

  private final KeptCatalogue kept;

  ObjectController(KeptCatalogue kept) {
    this.kept = kept;
  }

  @Override
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public ObjectsResponse listObjects(
      @RequestParam(name = "query", required = false) @Nullable String query,
      @RequestParam(name = "regime", required = false) @Nullable String regime,
      @RequestParam(name = "sort", required = false) @Nullable String sort,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "watchlist", required = false) @Nullable String watchlist) {
    Catalogue catalogue = kept.get();
    ObjectQuery asked = query(query, regime, watchlist, sort);
    Position after = null;
    if (cursor != null && !cursor.isEmpty()) {
      ObjectCursor place = ObjectCursor.of(cursor);
      boolean alone = query == null && regime == null && watchlist == null && sort == null;
      if (place == null || !alone && !place.query().equals(asked)) {
        throw QueryLists.invalidCursor(cursor);
      }
      asked = place.query();
      after = place.after();
    }
    ObjectQuery.Page page = catalogue.objects(asked, after, limit);
    Position next = page.next();
    return new ObjectsResponse(
        page.objects(), next == null ? null : new ObjectCursor(asked, next).text());
  }

  @Override
  @GetMapping(path = "/{noradId}", produces = MediaType.APPLICATION_JSON_VALUE)
  public CatalogueObject getObject(@PathVariable("noradId") String noradId) {
    return kept.object(noradId);
  }

  @Override
  @DeleteMapping("/{noradId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void deleteObject(@PathVariable("noradId") String noradId) {
    if (!kept.get().delete(kept.object(noradId).noradId())) {
      throw KeptCatalogue.unknown(noradId);
    }
  }

  @Override
  @GetMapping(
      path = "/{noradId}/element-sets",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE, "text/csv"})
  public void listElementSets(
      @PathVariable("noradId") String noradId,
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      @RequestParam(name = "format", required = false) @Nullable String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Catalogue catalogue = kept.get();
    QueryLists lists = new QueryLists();
    Instant first = Objects.requireNonNullElse(lists.time("from", from), Instant.MIN);
    Instant end = Objects.requireNonNullElse(lists.time("to", to), Instant.MAX);
    Layout layout = layout(format, request, lists);
    lists.requireNoFault();
    int number = kept.object(noradId).noradId();
    if (layout == Layout.TLE && number > Layout.GREATEST_TLE_NUMBER) {
      throw ParameterProblems.of(
          List.of(
              Fault.ofQuery(
                  "format",
                  format,
                  "must be json or csv: a TLE has catalogue numbers up to "
                      + Layout.GREATEST_TLE_NUMBER)));
    }
    List<KeptElementSet> chunk = catalogue.elementSets(number, first, end, CHUNK);
    response.setContentType(type(layout));
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    PublishedWriter writer = new PublishedWriter(layout, out);
    while (!chunk.isEmpty()) {
      for (KeptElementSet each : chunk) {
        writer.write(each.published());
      }
      Instant last = chunk.get(chunk.size() - 1).published().epoch();
      chunk =
          chunk.size() < CHUNK
              ? List.of()
              : catalogue.elementSets(number, last.plus(1, ChronoUnit.MICROS), end, CHUNK);
    }
    writer.end();
    out.flush();
  }

  private static ObjectQuery query(
      @Nullable String query,
      @Nullable String regime,
      @Nullable String watchlist,
      @Nullable String sort) {
    QueryLists lists = new QueryLists();
    Set<OrbitRegime> regimes = lists.regimes(regime);
    Order order = sort == null || sort.isEmpty() ? Order.NORAD_ID : Order.of(sort);
    if (order == null) {
      String known = String.join(", ", Arrays.stream(Order.values()).map(Order::label).toList());
      lists.fault("sort", sort, "must be one of: " + known);
    }
    lists.requireNoFault();
    return new ObjectQuery(
        query == null || query.isBlank() ? null : query.strip(),
        regimes,
        QueryLists.watchlist(watchlist),
        Objects.requireNonNull(order));
  }

  private static Layout layout(
      @Nullable String format, HttpServletRequest request, QueryLists lists) {
    if (format == null || format.isEmpty()) {
      return accepted(request);
    }
    Layout named = Layout.of(format);
    if (named == null) {
      lists.fault("format", format, "must be tle, json or csv");
      return Layout.JSON;
    }
    return named;
  }

  private static Layout accepted(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    for (MediaType type : MediaType.parseMediaTypes(accept)) {
      if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
        return Layout.JSON;
      }
      if (type.isCompatibleWith(MediaType.TEXT_PLAIN)) {
        return Layout.TLE;
      }
      if (type.getSubtype().equals("csv")) {
        return Layout.CSV;
      }
    }
    return Layout.JSON;
  }

  private static String type(Layout layout) {
    return switch (layout) {
      case TLE -> "text/plain;charset=UTF-8";
      case JSON -> MediaType.APPLICATION_JSON_VALUE;
      case CSV -> "text/csv;charset=UTF-8";
    };
  }

  /**
   * A page of the objects.
   *
   * @param next cursor of the next page; null on the last one
   */
  record ObjectsResponse(List<CatalogueObject> objects, @Nullable String next) {}
}
