package space.maneuver.web.detections;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.detection.Detector;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.Since;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.exchange.DetectionsWriter;
import space.maneuver.exchange.DetectionsWriter.Layout;
import space.maneuver.exchange.ModelReference;
import space.maneuver.features.SolarFlux;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.OrderedTasks;
import space.maneuver.inference.RequestLimits;
import space.maneuver.orbit.History;
import space.maneuver.web.Paths;
import space.maneuver.web.elements.ElementSetRequests;
import space.maneuver.web.elements.ElementSetRequests.ElementSetIntake;
import space.maneuver.web.elements.HistoryWorkers;
import space.maneuver.web.elements.PostElementSets;
import space.maneuver.web.filter.MediaTypes;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.models.ModelResolver;
import space.maneuver.web.models.RequestLimitsReader;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Detects maneuvers in the element sets of a request. */
@RestController
@RequestMapping(Paths.DETECTIONS)
class DetectionController implements DetectionApi {

  private final ModelResolver models;
  private final RequestLimitsReader limitsReader;
  private final ElementSetRequests elementSets;
  private final HistoryWorkers workers;
  private final RequestMeters meters;
  private final SolarFlux solarFlux;

  DetectionController(
      ModelResolver models,
      RequestLimitsReader limitsReader,
      ElementSetRequests elementSets,
      HistoryWorkers workers,
      RequestMeters meters,
      SolarFlux solarFlux) {
    this.models = models;
    this.limitsReader = limitsReader;
    this.elementSets = elementSets;
    this.workers = workers;
    this.meters = meters;
    this.solarFlux = solarFlux;
  }

  @Override
  @PostElementSets(
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
  public void detectManeuvers(
      @RequestParam(name = "model", required = false) @Nullable String model,
      @RequestParam(name = "minConfidence", required = false) @Nullable Double minConfidence,
      @RequestParam(name = "series", defaultValue = "false") boolean series,
      @RequestParam(name = "windows", defaultValue = "true") boolean windows,
      @RequestParam(name = "kinds", required = false) @Nullable String kinds,
      @RequestParam(name = "since", required = false) @Nullable String since,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    RequestLimits limits = limitsReader.of(request);
    Set<Kind> listed = kinds == null ? Kind.LISTED : kinds(kinds);
    Instant from = since == null || since.isEmpty() ? null : since(since);
    models.of(model, "query");
    ElementSetIntake intake = elementSets.read(request);
    try (ModelSession session = models.open(model, "query")) {
      Function<History, ObjectReport> search =
          history -> {
            ObjectReport report =
                search(session, history, minConfidence, series, limits).withKinds(listed);
            return from == null ? report : report.since(from);
          };
      Predicate<ObjectReport> wanted =
          report -> from == null || !report.maneuvers().isEmpty() || report.error() != null;
      ModelReference reference = ModelReference.of(session.bundle());
      if (MediaTypes.prefersLines(request)) {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader("X-Model", reference.text());
        response.setIntHeader("X-Objects", intake.histories().size());
        DetectionsWriter lines =
            new DetectionsWriter(Layout.NDJSON, reference, windows, response.getOutputStream());
        searchAll(intake.histories(), search, wanted, lines::object);
        lines.end(intake.rejected(), intake.rejectedCount());
        return;
      }
      // Search everything before the first byte is sent: a refused search must still become a
      // problem.
      List<ObjectReport> reports = new ArrayList<>(intake.histories().size());
      searchAll(intake.histories(), search, wanted, reports::add);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      DetectionsWriter document =
          new DetectionsWriter(Layout.JSON, reference, windows, response.getOutputStream());
      for (ObjectReport report : reports) {
        document.object(report);
      }
      document.end(intake.rejected(), intake.rejectedCount());
    }
  }

  private static Set<Kind> kinds(String names) {
    try {
      return Kind.parse(names);
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw new ProblemException(
          Problem.INVALID_PARAMETER,
          "kinds " + reason + ".",
          Fault.ofQuery("kinds", names, reason));
    }
  }

  private static Instant since(String text) {
    try {
      return Since.parse(text, Instant.now());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.INVALID_PARAMETER,
          "since " + Since.RULE + ".",
          Fault.ofQuery("since", text, Since.RULE));
    }
  }

  /** Searches histories on several threads and passes the wanted reports on in their order. */
  private void searchAll(
      List<History> histories,
      Function<History, ObjectReport> search,
      Predicate<ObjectReport> wanted,
      Consumer<ObjectReport> next) {
    Consumer<ObjectReport> filtered =
        report -> {
          if (wanted.test(report)) {
            next.accept(report);
          }
        };
    try (OrderedTasks<ObjectReport> tasks = workers.tasks(filtered)) {
      for (History history : histories) {
        tasks.add(() -> search.apply(history));
      }
      tasks.finish();
    }
  }

  /** Gives each object the full timeout: a catalogue takes time in proportion to its objects. */
  private ObjectReport search(
      ModelSession session,
      History history,
      @Nullable Double minConfidence,
      boolean series,
      RequestLimits limits) {
    Detector detector = new Detector(session.bundle(), session.runner(limits), solarFlux);
    return meters.timeDetection(() -> detector.detect(history, minConfidence, series));
  }
}
