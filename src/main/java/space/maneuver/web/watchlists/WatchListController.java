package space.maneuver.web.watchlists;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.catalogue.KeptWatchLists;
import space.maneuver.catalogue.KeptWatchLists.WatchList;
import space.maneuver.web.Paths;
import space.maneuver.web.catalogue.KeptCatalogue;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Keeps the lists of objects to watch. */
@RestController
@RequestMapping(Paths.WATCHLISTS)
class WatchListController implements WatchListApi {

  /** Greatest number of watch lists. */
  private static final int MOST = 200;

  private final KeptCatalogue kept;

  WatchListController(KeptCatalogue kept) {
    this.kept = kept;
  }

  @Override
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public WatchListsResponse listWatchLists() {
    return new WatchListsResponse(kept.get().watchLists().all());
  }

  @Override
  @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
  public WatchList getWatchList(@PathVariable("name") String name) {
    return kept.get().watchLists().find(name).orElseThrow(() -> unknown(name));
  }

  @Override
  @PutMapping(
      path = "/{name}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  public ResponseEntity<WatchList> putWatchList(
      @PathVariable("name") String name, HttpServletRequest request) throws IOException {
    KeptWatchLists lists = kept.get().watchLists();
    WatchList list = WatchListBody.of(name, request, Instant.now().truncatedTo(ChronoUnit.MICROS));
    boolean created =
        lists
            .put(list, MOST)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.TOO_MANY_WATCHLISTS,
                        "There are " + MOST + " watch lists; remove one first.",
                        List.of()));
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK).body(list);
  }

  @Override
  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void deleteWatchList(@PathVariable("name") String name) {
    if (!kept.get().watchLists().delete(name)) {
      throw unknown(name);
    }
  }

  private static ProblemException unknown(String name) {
    return new ProblemException(
        Problem.UNKNOWN_WATCHLIST,
        "The catalogue has no watch list " + name + ".",
        new Fault(null, "name", name, "path", "not in the catalogue"));
  }

  /**
   * The watch lists.
   *
   * @param watchlists in the order of their names
   */
  record WatchListsResponse(List<WatchList> watchlists) {}
}
