package space.maneuver.web.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.features.FeatureWindows;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.OrderedTasks;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.History;
import space.maneuver.web.Paths;
import space.maneuver.web.elements.ElementSetRequests;
import space.maneuver.web.elements.ElementSetRequests.ElementSetIntake;
import space.maneuver.web.elements.HistoryWorkers;
import space.maneuver.web.elements.PostElementSets;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.models.ModelResolver;
import space.maneuver.web.models.RequestLimitsReader;
import space.maneuver.web.predictions.WindowDays;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** Computes the feature windows of a model from the element sets of a request. */
@RestController
@RequestMapping(Paths.FEATURES)
class FeatureController implements FeatureApi {

  private final ModelResolver models;
  private final RequestLimitsReader limitsReader;
  private final ElementSetRequests elementSets;
  private final HistoryWorkers workers;
  private final RequestMeters meters;
  private final JsonMapper mapper;
  private final SolarFlux solarFlux;

  FeatureController(
      ModelResolver models,
      RequestLimitsReader limitsReader,
      ElementSetRequests elementSets,
      HistoryWorkers workers,
      RequestMeters meters,
      JsonMapper mapper,
      SolarFlux solarFlux) {
    this.models = models;
    this.limitsReader = limitsReader;
    this.elementSets = elementSets;
    this.workers = workers;
    this.meters = meters;
    this.mapper = mapper;
    this.solarFlux = solarFlux;
  }

  @Override
  @PostElementSets(produces = MediaType.APPLICATION_JSON_VALUE)
  public void extractFeatures(
      @RequestParam(name = "model", required = false) @Nullable String model,
      @RequestParam(name = "days") int days,
      @RequestParam(name = "strideDays", defaultValue = "1") int strideDays,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    // Nothing here is queued, but an invalid timeout is refused as on every other path.
    limitsReader.of(request);
    ModelBundle bundle = models.of(model, "query").bundle();
    WindowDays allowed = new WindowDays(bundle.windowDays());
    if (!allowed.allows(days)) {
      throw new ProblemException(
          Problem.INVALID_PARAMETER,
          "days " + allowed.rule() + ".",
          Fault.ofQuery("days", Integer.toString(days), allowed.rule()));
    }
    ElementSetIntake intake = elementSets.read(request);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    FeaturesWriter writer = new FeaturesWriter(mapper, response.getOutputStream());
    writer.begin(bundle);
    List<RejectedRecord> failed = new ArrayList<>();
    try (OrderedTasks<ObjectWindows> tasks =
        workers.tasks(
            object -> {
              object.windows().forEach(writer::window);
              if (object.failure() != null) {
                failed.add(object.failure());
              }
            })) {
      for (History history : intake.histories()) {
        tasks.add(() -> windows(bundle, history, days, strideDays));
      }
      tasks.finish();
    }
    writer.end(intake, failed);
  }

  /** The windows of an object, or why there are none. */
  private record ObjectWindows(List<FeatureWindow> windows, @Nullable RejectedRecord failure) {}

  private ObjectWindows windows(ModelBundle bundle, History history, int days, int strideDays) {
    try {
      return new ObjectWindows(
          meters.timeFeatures(
              () ->
                  FeatureWindows.of(
                      bundle.features().sampling(),
                      history,
                      days,
                      strideDays,
                      bundle.solarFlux(solarFlux))),
          null);
    } catch (RuntimeException e) {
      ObjectError error = ObjectError.of(history.noradId(), e);
      return new ObjectWindows(List.of(), RejectedRecord.of(history.noradId(), error));
    }
  }
}
