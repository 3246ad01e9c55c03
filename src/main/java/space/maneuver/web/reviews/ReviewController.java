package space.maneuver.web.reviews;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.catalogue.KeptReviews;
import space.maneuver.catalogue.KeptReviews.Judgment;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.exchange.CatalogueManeuver;
import space.maneuver.exchange.ReviewCsv;
import space.maneuver.web.Paths;
import space.maneuver.web.catalogue.KeptCatalogue;
import space.maneuver.web.catalogue.QueryLists;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.reviews.ReviewBody.OfStretch;
import space.maneuver.web.security.Caller;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes and lists what analysts judged. */
@RestController
class ReviewController implements ReviewApi {

  /** Reviews read at a time, so that a slow caller holds no connection to the database. */
  private static final int CHUNK = 1_000;

  private static final String OF_MANEUVER = Paths.MANEUVERS + "/{id}/review";
  private static final String CSV = "text/csv";

  private final KeptCatalogue kept;
  private final JsonMapper mapper;

  ReviewController(KeptCatalogue kept, JsonMapper mapper) {
    this.kept = kept;
    this.mapper = mapper;
  }

  @Override
  @PutMapping(
      path = OF_MANEUVER,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  public CatalogueManeuver reviewManeuver(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    KeptReviews reviews = kept.get().reviews();
    Judgment judgment = ReviewBody.ofManeuver(request, by(request));
    return number(id) < 0
        ? unknownManeuver(id)
        : reviews
            .judge(number(id), judgment, now())
            .map(CatalogueManeuver::of)
            .orElseGet(() -> unknownManeuver(id));
  }

  @Override
  @DeleteMapping(OF_MANEUVER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void takeBackReview(@PathVariable("id") String id) {
    if (number(id) < 0 || !kept.get().reviews().takeBack(number(id), now())) {
      unknownManeuver(id);
    }
  }

  @Override
  @PostMapping(
      path = Paths.REVIEWS,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  public Review addReview(HttpServletRequest request) throws IOException {
    KeptReviews reviews = kept.get().reviews();
    OfStretch asked = ReviewBody.ofStretch(request, by(request));
    return reviews
        .judgeStretch(asked.noradId(), asked.judgment(), now())
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.UNKNOWN_OBJECT,
                    "The catalogue has no object " + asked.noradId() + ".",
                    Fault.ofBody(
                        "noradId",
                        Integer.toString(asked.noradId()),
                        "body",
                        "not in the catalogue")));
  }

  @Override
  @GetMapping(
      path = Paths.REVIEWS,
      produces = {MediaType.APPLICATION_JSON_VALUE, CSV})
  public void listReviews(
      @RequestParam(name = "noradId", required = false) @Nullable String noradId,
      @RequestParam(name = "format", required = false) @Nullable String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    KeptReviews reviews = kept.get().reviews();
    QueryLists lists = new QueryLists();
    Set<Integer> objects = lists.noradIds(noradId);
    boolean csv = isCsv(format, request, lists);
    lists.requireNoFault();
    // The first ones before the header: what cannot be read is still a problem.
    List<Review> first = reviews.list(objects, 0, CHUNK);
    Chunks chunks = new Chunks(reviews, objects, first);
    if (csv) {
      response.setContentType(CSV + ";charset=UTF-8");
      PrintWriter out =
          new PrintWriter(
              new BufferedWriter(
                  new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)));
      ReviewCsv table = new ReviewCsv(out);
      for (List<Review> some = first; !some.isEmpty() && !out.checkError(); some = chunks.next()) {
        some.forEach(table::review);
      }
      out.flush();
      return;
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    try (JsonGenerator json =
        mapper
            .writer()
            // Else what a failure cuts off would look complete.
            .without(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .createGenerator(response.getOutputStream())) {
      json.writeStartObject();
      json.writeArrayPropertyStart("reviews");
      for (List<Review> some = first; !some.isEmpty(); some = chunks.next()) {
        some.forEach(json::writePOJO);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  @Override
  @DeleteMapping(Paths.REVIEWS + "/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void deleteReview(@PathVariable("id") String id) {
    if (number(id) < 0 || !kept.get().reviews().remove(number(id), now())) {
      throw new ProblemException(
          Problem.UNKNOWN_REVIEW,
          "The catalogue has no review " + id + ".",
          new Fault(null, "id", id, "path", "not in the catalogue"));
    }
  }

  /** The reviews of a list, some at a time. */
  private static final class Chunks {

    private final KeptReviews reviews;
    private final Set<Integer> objects;
    private List<Review> last;

    Chunks(KeptReviews reviews, Set<Integer> objects, List<Review> first) {
      this.reviews = reviews;
      this.objects = objects;
      last = first;
    }

    /** The next ones; none after the last. */
    List<Review> next() {
      last =
          last.size() < CHUNK
              ? List.of()
              : reviews.list(objects, last.get(last.size() - 1).id(), CHUNK);
      return last;
    }
  }

  private static boolean isCsv(
      @Nullable String format, HttpServletRequest request, QueryLists lists) {
    if (format != null && !format.isEmpty()) {
      if (!format.equals("json") && !format.equals("csv")) {
        lists.fault("format", format, "must be json or csv");
      }
      return format.equals("csv");
    }
    List<MediaType> accepted =
        MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    return !accepted.isEmpty()
        && accepted.stream().noneMatch(each -> each.isCompatibleWith(MediaType.APPLICATION_JSON));
  }

  private static @Nullable String by(HttpServletRequest request) {
    Caller caller = Caller.of(request);
    return caller == null ? null : caller.id();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** The number of an id; -1 if the text is none. */
  private static long number(String id) {
    return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
  }

  private static CatalogueManeuver unknownManeuver(String id) {
    throw new ProblemException(
        Problem.UNKNOWN_MANEUVER,
        "The catalogue has no maneuver " + id + ".",
        new Fault(null, "id", id, "path", "not in the catalogue"));
  }
}
