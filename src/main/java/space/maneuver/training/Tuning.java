package space.maneuver.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import space.maneuver.evaluation.DetectedSatellite;
import space.maneuver.evaluation.Detection;
import space.maneuver.evaluation.EventScorer;
import space.maneuver.evaluation.EventThresholds;
import space.maneuver.evaluation.LabelledScore;
import space.maneuver.evaluation.MatchMode;
import space.maneuver.evaluation.Platt;
import space.maneuver.evaluation.QuietObject;
import space.maneuver.evaluation.SatelliteResult;
import space.maneuver.evaluation.ScoredWindow;
import space.maneuver.evaluation.WindowScorer;
import space.maneuver.evaluation.WindowedSatellite;
import space.maneuver.model.Calibration;
import space.maneuver.model.Thresholds;
import space.maneuver.orbit.OrbitRegime;

/**
 * What is set after training, from satellites that the network did not see: calibration and
 * thresholds.
 *
 * @param calibration of window logits, by window length in days; fitted to windows with nothing
 *     around them, which is what the service answers
 * @param eventCalibration of the logit of an event's raw score
 * @param thresholds of calibrated probabilities, where F1 was best
 */
public record Tuning(
    Map<Integer, Calibration> calibration, Calibration eventCalibration, Thresholds thresholds) {

  static final List<Integer> WINDOW_DAYS = List.of(30, 60);

  private static final double HALF = 0.5;
  private static final double SMALLEST_CHANCE = 1e-12;
  private static final Calibration IDENTITY = new Calibration(1, 0);

  /** Leaves scores as the network gives them. */
  static Tuning none() {
    Map<Integer, Double> windows = new TreeMap<>();
    Map<Integer, Calibration> calibrations = new TreeMap<>();
    for (int days : WINDOW_DAYS) {
      windows.put(days, HALF);
      calibrations.put(days, IDENTITY);
    }
    Map<OrbitRegime, Double> events = new EnumMap<>(OrbitRegime.class);
    for (OrbitRegime regime : OrbitRegime.values()) {
      events.put(regime, HALF);
    }
    return new Tuning(calibrations, IDENTITY, new Thresholds(windows, events));
  }

  /**
   * Fits to results that were made with {@link #none()}. Thresholds of regimes without a held-out
   * satellite are those of all satellites together.
   */
  static Tuning fit(List<SatelliteResult> heldOut) {
    Map<Integer, Calibration> calibrations = new TreeMap<>();
    Map<Integer, Double> windows = new TreeMap<>();
    for (int days : WINDOW_DAYS) {
      List<WindowedSatellite> satellites =
          heldOut.stream().map(result -> result.windowed(days)).toList();
      Calibration calibration = calibration(WindowScorer.PROTOCOL.labelled(satellites));
      calibrations.put(days, calibration);
      Double best = WindowScorer.PROTOCOL.score(satellites).pooled().bestThreshold();
      windows.put(days, best == null ? HALF : calibration.probability(logit(best)));
    }
    List<DetectedSatellite> detected = heldOut.stream().map(SatelliteResult::detected).toList();
    Calibration events = calibration(EventScorer.labelled(detected, MatchMode.GAP));
    return new Tuning(
        calibrations, events, new Thresholds(windows, eventThresholds(detected, events)));
  }

  private static Map<OrbitRegime, Double> eventThresholds(
      List<DetectedSatellite> detected, Calibration calibration) {
    Map<OrbitRegime, EventThresholds> byRegime = EventThresholds.byRegime(detected, MatchMode.GAP);
    EventThresholds all = EventThresholds.of(detected, MatchMode.GAP);
    Map<OrbitRegime, Double> thresholds = new HashMap<>();
    for (OrbitRegime regime : OrbitRegime.values()) {
      Double best = byRegime.getOrDefault(regime, all).bestF1();
      thresholds.put(regime, best == null ? HALF : calibration.probability(logit(best)));
    }
    return thresholds;
  }

  private static Calibration calibration(List<LabelledScore> scores) {
    if (scores.isEmpty()) {
      return IDENTITY;
    }
    List<LabelledScore> logits = new ArrayList<>(scores.size());
    for (LabelledScore score : scores) {
      logits.add(new LabelledScore(logit(score.score()), score.positive()));
    }
    Platt platt = Platt.fit(logits);
    return new Calibration(platt.slope(), platt.offset());
  }

  /** All results as a bundle with this tuning would have given them. */
  HeldOutResults apply(HeldOutResults raw) {
    Map<String, SatelliteResult> satellites = new LinkedHashMap<>();
    raw.satellites().forEach((name, result) -> satellites.put(name, apply(result)));
    return new HeldOutResults(
        satellites, raw.quiet().stream().map(this::apply).toList(), raw.learningCurves());
  }

  /** Raw results as a bundle with this tuning would have given them. */
  SatelliteResult apply(SatelliteResult raw) {
    Map<Integer, List<Detection>> delayed = new TreeMap<>();
    raw.delayed().forEach((delay, detections) -> delayed.put(delay, calibrated(detections)));
    return new SatelliteResult(
        raw.satellite(),
        calibrated(raw.detections()),
        calibrated(raw.windows()),
        calibrated(raw.windowsInContext()),
        delayed);
  }

  /** The same of an object without burns. */
  QuietObject apply(QuietObject raw) {
    return new QuietObject(raw.source(), raw.regime(), raw.years(), calibrated(raw.detections()));
  }

  private List<Detection> calibrated(List<Detection> raw) {
    return raw.stream()
        .map(each -> each.withScore(eventCalibration.probability(logit(each.score()))))
        .toList();
  }

  private Map<Integer, List<ScoredWindow>> calibrated(Map<Integer, List<ScoredWindow>> raw) {
    Map<Integer, List<ScoredWindow>> windows = new TreeMap<>();
    raw.forEach((days, scored) -> windows.put(days, calibrated(days, scored)));
    return windows;
  }

  private List<ScoredWindow> calibrated(int days, List<ScoredWindow> scored) {
    Calibration fitted = Objects.requireNonNull(calibration.get(days));
    return scored.stream()
        .map(w -> new ScoredWindow(w.start(), w.end(), fitted.probability(logit(w.score()))))
        .toList();
  }

  private static double logit(double probability) {
    double clipped = Math.min(Math.max(probability, SMALLEST_CHANCE), 1 - SMALLEST_CHANCE);
    return Math.log(clipped / (1 - clipped));
  }
}
