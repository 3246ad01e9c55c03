package space.maneuver.web.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.CatalogueObject;
import space.maneuver.catalogue.KeptElementSet;
import space.maneuver.detection.Detector;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.detection.ObjectReport.ObjectSeries;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.exchange.ModelReference;
import space.maneuver.features.SolarFlux;
import space.maneuver.inference.ModelSession;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.web.Paths;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.models.ModelResolver;
import space.maneuver.web.models.RequestLimitsReader;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Searches element sets of the catalogue for the series that a plot shows. */
@RestController
class SeriesController implements SeriesApi {

  private static final int MOST = 20_000;
  private static final Duration USUAL = Duration.ofDays(180);

  private static final ObjectError NOTHING =
      new ObjectError(ObjectError.Code.TOO_FEW_ELEMENT_SETS, "the range has no element set");

  private final KeptCatalogue kept;
  private final ModelResolver models;
  private final RequestLimitsReader limitsReader;
  private final RequestMeters meters;
  private final SolarFlux solarFlux;

  SeriesController(
      KeptCatalogue kept,
      ModelResolver models,
      RequestLimitsReader limitsReader,
      RequestMeters meters,
      SolarFlux solarFlux) {
    this.kept = kept;
    this.models = models;
    this.limitsReader = limitsReader;
    this.meters = meters;
    this.solarFlux = solarFlux;
  }

  @Override
  @GetMapping(
      path = Paths.OBJECTS + "/{noradId}/series",
      produces = MediaType.APPLICATION_JSON_VALUE)
  public SeriesResponse getSeries(
      @PathVariable("noradId") String noradId,
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      HttpServletRequest request) {
    Catalogue catalogue = kept.get();
    QueryLists lists = new QueryLists();
    Instant first = lists.time("from", from);
    Instant end = lists.time("to", to);
    lists.requireNoFault();
    CatalogueObject object = kept.object(noradId);
    List<ElementSet> elements =
        catalogue
            .elementSets(
                object.noradId(),
                first == null ? object.lastEpoch().minus(USUAL) : first,
                end == null ? Instant.MAX : end,
                MOST + 1)
            .stream()
            .map(KeptElementSet::published)
            .map(PublishedElementSet::toElementSet)
            .toList();
    if (elements.size() > MOST) {
      String reason = "the range has more than " + MOST + " element sets";
      throw new ProblemException(
          Problem.TOO_MANY_ELEMENT_SETS,
          "from and to: " + reason + ".",
          Fault.ofQuery("from", from, reason));
    }
    try (ModelSession session = models.open(null, "query")) {
      ModelReference model = ModelReference.of(session.bundle());
      if (elements.isEmpty()) {
        return new SeriesResponse(object.noradId(), object.name(), model, List.of(), null, NOTHING);
      }
      Detector detector =
          new Detector(session.bundle(), session.runner(limitsReader.of(request)), solarFlux);
      ObjectReport report =
          meters.timeDetection(() -> detector.detect(History.of(elements), null, true));
      return new SeriesResponse(
          object.noradId(),
          object.name(),
          model,
          report.windows(),
          report.series(),
          report.error());
    }
  }

  /**
   * The series of an object.
   *
   * @param series null if the range has no element set
   * @param error why the range could not be searched; else null
   */
  record SeriesResponse(
      int noradId,
      @Nullable String name,
      ModelReference model,
      List<WindowProbability> windows,
      @Nullable ObjectSeries series,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectError error) {}
}
