package space.maneuver.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.detection.DetectionService;
import space.maneuver.model.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** Windows as a model wants them, from the element sets that a caller sends. */
@RestController
@RequestMapping("/api/v1/features")
class FeatureController implements FeatureApi {

  private final ModelChoice models;
  private final ElementSetRequests elementSets;
  private final DetectionService service;
  private final RequestMeters meters;
  private final JsonMapper mapper;

  FeatureController(
      ModelChoice models,
      ElementSetRequests elementSets,
      DetectionService service,
      RequestMeters meters,
      JsonMapper mapper) {
    this.models = models;
    this.elementSets = elementSets;
    this.service = service;
    this.meters = meters;
    this.mapper = mapper;
  }

  @Override
  @PostMapping(
      consumes = {
        MediaType.TEXT_PLAIN_VALUE,
        MediaType.APPLICATION_JSON_VALUE,
        ElementSetRequests.CSV,
        MediaType.APPLICATION_XML_VALUE
      },
      produces = MediaType.APPLICATION_JSON_VALUE)
  public void extractFeatures(
      @RequestParam(name = "model", required = false) @Nullable String model,
      @RequestParam(name = "days") int days,
      @RequestParam(name = "strideDays", defaultValue = "1") int strideDays,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ManeuverModel chosen = models.of(model, "query");
    WindowDays allowed = new WindowDays(chosen.bundle().windowDays());
    if (!allowed.allows(days)) {
      throw new ProblemException(
          Problem.INVALID_PARAMETER,
          "days " + allowed.rule() + ".",
          Fault.ofQuery("days", Integer.toString(days), allowed.rule()));
    }
    ModelReference reference = ModelReference.of(chosen);
    ElementSetIntake intake = elementSets.read(request);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    FeaturesWriter writer = new FeaturesWriter(mapper, response.getOutputStream());
    writer.begin(reference);
    for (History history : intake.histories()) {
      meters
          .timeFeatures(() -> service.features(reference.text(), history, days, strideDays))
          .forEach(writer::window);
    }
    writer.end(intake);
  }
}
