package space.maneuver.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import space.maneuver.catalogue.KeptManeuvers;
import space.maneuver.catalogue.maneuvers.ChangeQuery;
import space.maneuver.catalogue.maneuvers.ChangeQuery.ChangesGoneException;
import space.maneuver.catalogue.maneuvers.ChangeQuery.Page;
import space.maneuver.catalogue.maneuvers.ChangeQuery.UnknownSequenceException;
import space.maneuver.exchange.CatalogueChange;
import space.maneuver.web.Paths;
import space.maneuver.web.catalogue.ChangeWatch.Waiting;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.ParameterProblems;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** The feed of changes, in pages and as a stream. */
@RestController
@RequestMapping(Paths.CHANGES)
class ChangeController implements ChangeApi {

  /** Changes of a stream that are read at a time. */
  private static final int CHUNK = 500;

  private static final String LAST_EVENT = "Last-Event-ID";
  private static final String RETRY_SECONDS = "5";

  private final KeptCatalogue kept;
  private final ChangeWatch watch;
  private final JsonMapper mapper;

  ChangeController(KeptCatalogue kept, ChangeWatch watch, JsonMapper mapper) {
    this.kept = kept;
    this.watch = watch;
    this.mapper = mapper;
  }

  @Override
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public DeferredResult<ChangesResponse> listChanges(
      @RequestParam(name = "after", required = false) @Nullable Long after,
      @RequestParam(name = "wait", defaultValue = "0") int wait,
      @RequestParam(name = "noradId", required = false) @Nullable String noradId,
      @RequestParam(name = "kinds", required = false) @Nullable String kinds,
      @RequestParam(name = "types", required = false) @Nullable String types,
      @RequestParam(name = "minConfidence", required = false) @Nullable Double minConfidence,
      @RequestParam(name = "backfill", defaultValue = "false") boolean backfill,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      @RequestParam(name = "watchlist", required = false) @Nullable String watchlist) {
    KeptManeuvers maneuvers = kept.get().maneuvers();
    ChangeQuery query =
        query(after, noradId, watchlist, kinds, types, minConfidence, backfill, limit);
    DeferredResult<ChangesResponse> result = new DeferredResult<>(0L);
    if (after == null) {
      long newest = maneuvers.newestChange();
      if (watchlist != null) {
        // Is there one of this name?
        read(maneuvers, query.after(newest).limitedTo(1));
      }
      result.setResult(new ChangesResponse(List.of(), newest));
      return result;
    }
    Page page = read(maneuvers, query);
    if (!page.changes().isEmpty() || wait == 0) {
      result.setResult(ChangesResponse.of(page));
    } else {
      watch.add(new LongPoll(result, query.after(page.last()), Duration.ofSeconds(wait)));
    }
    return result;
  }

  private static ChangeQuery query(
      @Nullable Long after,
      @Nullable String noradId,
      @Nullable String watchlist,
      @Nullable String kinds,
      @Nullable String types,
      @Nullable Double minConfidence,
      boolean backfill,
      int limit) {
    QueryLists lists = new QueryLists();
    ChangeQuery query =
        new ChangeQuery(
            after == null ? 0 : after,
            lists.noradIds(noradId),
            QueryLists.watchlist(watchlist),
            lists.kinds(kinds),
            lists.types(types),
            minConfidence,
            backfill,
            limit);
    lists.requireNoFault();
    return query;
  }

  private static Page read(KeptManeuvers maneuvers, ChangeQuery query) {
    try {
      return maneuvers.changes(query);
    } catch (ChangesGoneException e) {
      throw new ProblemException(
          Problem.CHANGES_GONE,
          "Changes up to " + e.oldest() + " are no longer kept.",
          Fault.ofQuery(
              "after", Long.toString(query.after()), "must be 0 or at least " + e.oldest()));
    } catch (UnknownSequenceException e) {
      throw new ProblemException(
          Problem.UNKNOWN_SEQUENCE,
          "There is no change " + query.after() + " yet; the newest is " + e.newest() + ".",
          Fault.ofQuery("after", Long.toString(query.after()), "must be at most " + e.newest()));
    }
  }

  @Override
  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public void streamChanges(
      @RequestParam(name = "after", required = false) @Nullable Long after,
      @RequestParam(name = "noradId", required = false) @Nullable String noradId,
      @RequestParam(name = "kinds", required = false) @Nullable String kinds,
      @RequestParam(name = "types", required = false) @Nullable String types,
      @RequestParam(name = "minConfidence", required = false) @Nullable Double minConfidence,
      @RequestParam(name = "backfill", defaultValue = "false") boolean backfill,
      @RequestParam(name = "watchlist", required = false) @Nullable String watchlist,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    KeptManeuvers maneuvers = kept.get().maneuvers();
    Long last = lastEvent(request);
    Long from = last == null ? after : last;
    ChangeQuery query =
        query(from, noradId, watchlist, kinds, types, minConfidence, backfill, CHUNK);
    if (from == null) {
      query = query.after(maneuvers.newestChange());
    }
    if (query.after() > 0 || watchlist != null) {
      // Is the number one that changes can follow, and is there such a watch list?
      read(maneuvers, query.limitedTo(1));
    }
    if (!watch.enter()) {
      throw new ProblemException(
              Problem.TOO_MANY_STREAMS,
              watch.mostStreams() + " streams are open, as many as the service allows.")
          .with("Retry-After", RETRY_SECONDS);
    }
    boolean opened = false;
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader("X-Accel-Buffering", "no");
      ChangeStream stream =
          new ChangeStream(request.startAsync(request, response), query, mapper, watch::leave);
      opened = true;
      stream.open();
      watch.add(stream);
    } finally {
      if (!opened) {
        watch.leave();
      }
    }
  }

  private static @Nullable Long lastEvent(HttpServletRequest request) {
    String text = request.getHeader(LAST_EVENT);
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw ParameterProblems.of(
          List.of(Fault.ofHeader(LAST_EVENT, text, "must be the number of a change")));
    }
    return Long.parseLong(text);
  }

  /**
   * Changes in their order.
   *
   * @param last up to where they were looked for: the next {@code after}
   */
  record ChangesResponse(List<CatalogueChange> changes, long last) {

    static ChangesResponse of(Page page) {
      return new ChangesResponse(
          page.changes().stream().map(CatalogueChange::of).toList(), page.last());
    }
  }

  /** A request that is answered when there are changes, or when its time has passed. */
  private static final class LongPoll implements Waiting {

    private final DeferredResult<ChangesResponse> result;
    private final long end;
    private ChangeQuery query;

    LongPoll(DeferredResult<ChangesResponse> result, ChangeQuery query, Duration wait) {
      this.result = result;
      this.query = query;
      end = System.nanoTime() + wait.toNanos();
    }

    @Override
    public synchronized boolean look(KeptManeuvers maneuvers, long newest) {
      if (newest > query.after()) {
        Page page = read(maneuvers, query);
        query = query.after(page.last());
        if (!page.changes().isEmpty()) {
          result.setResult(ChangesResponse.of(page));
        }
      }
      if (System.nanoTime() - end >= 0) {
        end();
      }
      return !result.isSetOrExpired();
    }

    @Override
    public boolean miss(RuntimeException reason) {
      result.setErrorResult(reason);
      return false;
    }

    @Override
    public synchronized void end() {
      result.setResult(new ChangesResponse(List.of(), query.after()));
    }
  }
}
