package space.maneuver.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.detection.ModelSession;
import space.maneuver.detection.ObjectReport;
import space.maneuver.orbit.History;

/** Maneuvers of the objects whose element sets a caller sends. */
@RestController
@RequestMapping("/api/v1/detections")
class DetectionController implements DetectionApi {

  private final ModelChoice models;
  private final ElementSetRequests elementSets;
  private final RequestMeters meters;

  DetectionController(ModelChoice models, ElementSetRequests elementSets, RequestMeters meters) {
    this.models = models;
    this.elementSets = elementSets;
    this.meters = meters;
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
  public DetectionsAnswer detectManeuvers(
      @RequestParam(name = "model", required = false) @Nullable String model,
      @RequestParam(name = "minConfidence", required = false) @Nullable Double minConfidence,
      HttpServletRequest request)
      throws IOException {
    try (ModelSession session = models.open(model, request)) {
      ElementSetIntake intake = elementSets.read(request);
      List<ObjectReport> reports = new ArrayList<>(intake.histories().size());
      for (History history : intake.histories()) {
        reports.add(meters.timeDetection(() -> session.detect(history, minConfidence)));
      }
      ModelReference reference = ModelReference.of(session.bundle());
      return new DetectionsAnswer(reference, reports, intake.rejected(), intake.rejectedCount());
    }
  }
}
