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
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.History;
import space.maneuver.web.Paths;
import space.maneuver.web.elements.ElementSetRequests;
import space.maneuver.web.elements.ElementSetRequests.ElementSetIntake;
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
  private final RequestMeters meters;
  private final JsonMapper mapper;
  private final SolarFlux solarFlux;

  FeatureController(
      ModelResolver models,
      RequestLimitsReader limitsReader,
      ElementSetRequests elementSets,
      RequestMeters meters,
      JsonMapper mapper,
      SolarFlux solarFlux) {
    this.models = models;
    this.limitsReader = limitsReader;
    this.elementSets = elementSets;
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
    for (History history : intake.histories()) {
      List<FeatureWindow> windows = List.of();
      try {
        windows = meters.timeFeatures(() -> windows(bundle, history, days, strideDays));
      } catch (RuntimeException e) {
        failed.add(RejectedRecord.of(history.noradId(), ObjectError.of(history.noradId(), e)));
      }
      windows.forEach(writer::window);
    }
    writer.end(intake, failed);
  }

  private List<FeatureWindow> windows(
      ModelBundle bundle, History history, int days, int strideDays) {
    return FeatureWindows.of(
        bundle.features().sampling(), history, days, strideDays, bundle.solarFlux(solarFlux));
  }
}
