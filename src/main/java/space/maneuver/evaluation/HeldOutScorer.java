package space.maneuver.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import space.maneuver.detection.Detector;
import space.maneuver.detection.WindowContext;
import space.maneuver.detection.WindowPredictor;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.search.DelayedScan;
import space.maneuver.evaluation.metrics.PlantedResult;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.QuietStretches;

/** Scores held-out satellites with the same code that serves requests. */
public final class HeldOutScorer {

  /** Days on each side of a planted burn from which its cadence is taken. */
  private static final double CADENCE_DAYS = 10;

  private HeldOutScorer() {}

  /** Returns every candidate event. */
  public static DetectedSatellite events(
      ManeuverModel model, LabelledHistory satellite, SolarFlux solarFlux) {
    return new DetectedSatellite(
        labelled(satellite),
        ReviewedScores.detections(satellite, detections(model, satellite.history(), solarFlux)));
  }

  /**
   * Returns every candidate event, also soon after the burn, and every window at a stride of a day.
   */
  public static SatelliteResult result(
      ManeuverModel model, LabelledHistory satellite, SolarFlux solarFlux) {
    SatelliteResult result = withoutDelays(model, satellite, solarFlux);
    return answersGaps(model)
        ? new SatelliteResult(
            result.satellite(),
            result.detections(),
            result.windows(),
            result.windowsInContext(),
            delayed(model, satellite),
            ProvisionalDetections.of(model, satellite, solarFlux))
        : result;
  }

  /** Returns every candidate event and window, without the detections soon after the burn. */
  public static SatelliteResult withoutDelays(
      ManeuverModel model, LabelledHistory satellite, SolarFlux solarFlux) {
    return new SatelliteResult(
        labelled(satellite),
        ReviewedScores.detections(satellite, detections(model, satellite.history(), solarFlux)),
        windows(model, satellite, solarFlux, WindowContext.WINDOW),
        answersGaps(model) ? windows(model, satellite, solarFlux, WindowContext.FULL) : Map.of());
  }

  /** Returns the detections in the satellite's stretches without a burn, each searched alone. */
  public static List<QuietObject> quietStretches(
      ManeuverModel model, LabelledHistory satellite, SolarFlux solarFlux) {
    return QuietStretches.of(satellite).stream()
        .map(history -> quiet(QuietObject.Source.QUIET_STRETCH, model, history, solarFlux))
        .toList();
  }

  /** Returns the detections in a history without a burn. */
  public static QuietObject quiet(
      QuietObject.Source source, ManeuverModel model, History history, SolarFlux solarFlux) {
    return QuietObject.of(source, history, detections(model, history, solarFlux));
  }

  /** Returns the detections in a real history with one planted burn, also soon after it. */
  public static PlantedResult planted(
      ManeuverModel model, LabelledHistory planted, SolarFlux solarFlux) {
    History history = planted.history();
    double burn = Ticks.days(planted.burns().get(0).start());
    long near =
        history.elements().stream()
            .filter(each -> Math.abs(each.epochDays() - burn) <= CADENCE_DAYS)
            .count();
    return new PlantedResult(
        near / (2 * CADENCE_DAYS),
        new SatelliteResult(
            labelled(planted),
            detections(model, history, solarFlux, ProvisionalDetections.LEAST_SCORE),
            Map.of(),
            Map.of(),
            Map.of(),
            ProvisionalDetections.of(model, planted, solarFlux)));
  }

  private static LabelledSatellite labelled(LabelledHistory satellite) {
    return LabelledSatellite.of(satellite.name(), satellite.history(), satellite.burns());
  }

  private static boolean answersGaps(ManeuverModel model) {
    return model.bundle().features().sampling() == Sampling.PER_ELEMENT_SET;
  }

  private static List<Detection> detections(
      ManeuverModel model, History history, SolarFlux solarFlux) {
    return detections(model, history, solarFlux, 0);
  }

  private static List<Detection> detections(
      ManeuverModel model, History history, SolarFlux solarFlux, double least) {
    return new Detector(model, solarFlux)
        .detect(history, least).withKinds(Kind.LISTED).maneuvers().stream()
            .map(Detection::of)
            .toList();
  }

  private static Map<Integer, List<Detection>> delayed(
      ManeuverModel model, LabelledHistory satellite) {
    Map<Integer, List<Detection>> delayed = new HashMap<>();
    new DelayedScan(model)
        .scan(satellite.history())
        .forEach(
            (delay, detections) ->
                delayed.put(
                    delay,
                    ReviewedScores.detections(
                        satellite,
                        detections.stream()
                            .map(each -> new Detection(each.days(), each.probability()))
                            .toList())));
    return delayed;
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
    return ReviewedScores.windows(satellite, windows);
  }
}
