package space.maneuver.web.detections;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.detection.ManeuverDetector;
import space.maneuver.detection.ObjectReport;
import space.maneuver.features.SolarFlux;
import space.maneuver.inference.ModelSession;
import space.maneuver.orbit.History;
import space.maneuver.web.elements.ElementSetIntake;
import space.maneuver.web.elements.ElementSetRequests;
import space.maneuver.web.elements.PostElementSets;
import space.maneuver.web.filter.MediaTypes;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.models.ModelChoice;
import space.maneuver.web.models.ModelReference;

/** Maneuvers of the objects whose element sets a caller sends. */
@RestController
@RequestMapping("/api/v1/detections")
class DetectionController implements DetectionApi {

  private final ModelChoice models;
  private final ElementSetRequests elementSets;
  private final RequestMeters meters;
  private final DetectionLines lines;
  private final SolarFlux solarFlux;

  DetectionController(
      ModelChoice models,
      ElementSetRequests elementSets,
      RequestMeters meters,
      DetectionLines lines,
      SolarFlux solarFlux) {
    this.models = models;
    this.elementSets = elementSets;
    this.meters = meters;
    this.lines = lines;
    this.solarFlux = solarFlux;
  }

  @Override
  @PostElementSets(
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
  public @Nullable DetectionsAnswer detectManeuvers(
      @RequestParam(name = "model", required = false) @Nullable String model,
      @RequestParam(name = "minConfidence", required = false) @Nullable Double minConfidence,
      @RequestParam(name = "series", defaultValue = "false") boolean series,
      @RequestParam(name = "windows", defaultValue = "true") boolean windows,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    try (ModelSession session = models.open(model, "query", request)) {
      ElementSetIntake intake = elementSets.read(request);
      ModelReference reference = ModelReference.of(session.bundle());
      Function<History, Object> detection =
          history -> {
            ObjectReport report = detect(session, history, minConfidence, series);
            return windows ? report : new WithoutWindows(report);
          };
      if (MediaTypes.prefersLines(request)) {
        lines.answer(reference, intake, detection, response);
        return null;
      }
      List<Object> reports = new ArrayList<>(intake.histories().size());
      for (History history : intake.histories()) {
        reports.add(detection.apply(history));
      }
      return new DetectionsAnswer(reference, reports, intake.rejected(), intake.rejectedCount());
    }
  }

  /** A report as it is written where no windows are wanted. */
  private record WithoutWindows(
      @JsonUnwrapped @JsonIgnoreProperties("windows") ObjectReport report) {}

  // A catalogue takes as long as it has objects: each has its own time.
  private ObjectReport detect(
      ModelSession session, History history, @Nullable Double minConfidence, boolean series) {
    session.restartDeadline();
    ManeuverDetector detector = new ManeuverDetector(session.bundle(), session.runner(), solarFlux);
    return meters.timeDetection(() -> detector.detect(history, minConfidence, series));
  }
}
