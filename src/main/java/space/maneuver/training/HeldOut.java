package space.maneuver.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import space.maneuver.detection.ManeuverDetector;
import space.maneuver.detection.WindowContext;
import space.maneuver.detection.WindowPredictor;
import space.maneuver.evaluation.Detection;
import space.maneuver.evaluation.LabelledSatellite;
import space.maneuver.evaluation.SatelliteResult;
import space.maneuver.evaluation.ScoredWindow;
import space.maneuver.features.Sampling;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ManeuverModel;
import space.maneuver.orbit.LabelledHistory;

/** What a model says of satellites that it did not see, by the code that serves. */
final class HeldOut {

  private HeldOut() {}

  /** Every candidate event and every window of each length and context, a day apart. */
  static SatelliteResult result(
      ManeuverModel model, LabelledHistory satellite, SolarFlux solarFlux) {
    List<Detection> detections =
        new ManeuverDetector(model, solarFlux)
            .detect(satellite.history(), 0.0).maneuvers().stream().map(Detection::of).toList();
    boolean perGap = model.bundle().features().sampling() == Sampling.PER_ELEMENT_SET;
    return new SatelliteResult(
        LabelledSatellite.of(satellite.name(), satellite.history(), satellite.burns()),
        detections,
        windows(model, satellite, solarFlux, WindowContext.WINDOW),
        perGap ? windows(model, satellite, solarFlux, WindowContext.FULL) : Map.of());
  }

  private static Map<Integer, List<ScoredWindow>> windows(
      ManeuverModel model, LabelledHistory satellite, SolarFlux solarFlux, WindowContext context) {
    WindowPredictor predictor = new WindowPredictor(model);
    Map<Integer, List<ScoredWindow>> windows = new HashMap<>();
    for (int days : Tuning.WINDOW_DAYS) {
      windows.put(
          days,
          predictor.scan(satellite.history(), days, 1, solarFlux, context).stream()
              .map(ScoredWindow::of)
              .toList());
    }
    return windows;
  }
}
