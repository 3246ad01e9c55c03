package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import space.maneuver.evaluation.metrics.PlantedResult;
import space.maneuver.evaluation.metrics.PlattScaling;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.catalogue.CatalogueResult;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.EventScorer;
import space.maneuver.evaluation.metrics.events.EventThresholds;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.evaluation.metrics.windows.WindowMetrics;
import space.maneuver.evaluation.metrics.windows.WindowScorer;
import space.maneuver.math.LabelledScore;
import space.maneuver.math.Logistic;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.ModelBundle.RegimeCalibration;
import space.maneuver.model.bundle.ModelBundle.Thresholds;
import space.maneuver.orbit.OrbitRegime;

/**
 * Calibration and thresholds, set after the training from held-out satellites.
 *
 * @param calibration calibration of window logits, by window length in days; fitted to windows with
 *     nothing around them, as the service answers them
 * @param eventCalibration calibration of the logit of an event's raw score
 * @param calibrationByRegime both calibrations for the regimes with enough satellites
 * @param thresholds thresholds of calibrated probabilities: for windows the highest whose F1 is at
 *     most {@value #WINDOW_F1_TO_SPARE} below the best, for events {@link
 *     EventThresholds#cautious()}
 */
public record Tuning(
    Map<Integer, Calibration> calibration,
    Calibration eventCalibration,
    Map<OrbitRegime, RegimeCalibration> calibrationByRegime,
    Thresholds thresholds) {

  public static final List<Integer> WINDOW_DAYS = List.of(30, 60);

  /**
   * Satellites that a regime needs for its own calibration; with fewer it takes that of all
   * satellites.
   */
  public static final int FEWEST_SATELLITES = 2;

  private static final double WINDOW_F1_TO_SPARE = 0.025;

  private static final double HALF = 0.5;
  private static final double SMALLEST_CHANCE = 1e-12;
  private static final Calibration IDENTITY = new Calibration(1, 0);

  /** Returns a tuning that leaves scores as they are, with thresholds of 0.5. */
  public static Tuning none() {
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
    return new Tuning(calibrations, IDENTITY, Map.of(), new Thresholds(windows, events));
  }

  /**
   * Returns a tuning that leaves scores as they are, with the event thresholds of {@link #fit}.
   * With it, a detector times burns and joins campaigns as one with the fitted tuning does, since
   * calibration keeps the order of scores.
   *
   * @param heldOut events detected with {@link #none()}
   */
  public static Tuning uncalibrated(List<DetectedSatellite> heldOut) {
    Tuning none = none();
    return new Tuning(
        none.calibration(),
        none.eventCalibration(),
        none.calibrationByRegime(),
        new Thresholds(none.thresholds().window(), none.eventThresholds(heldOut)));
  }

  /** Returns the tuning of a bundle. */
  public static Tuning of(ModelBundle bundle) {
    return new Tuning(
        bundle.calibration(),
        bundle.eventCalibration(),
        bundle.calibrationByRegime(),
        bundle.thresholds());
  }

  /**
   * Fits a tuning to results obtained without calibration. Regimes without a held-out satellite
   * take the threshold of all satellites together.
   */
  public static Tuning fit(List<SatelliteResult> heldOut) {
    RegimeCalibration all =
        calibrations(heldOut, new RegimeCalibration(none().calibration(), IDENTITY));
    Map<OrbitRegime, RegimeCalibration> byRegime = new EnumMap<>(OrbitRegime.class);
    largeEnough(heldOut)
        .forEach((regime, members) -> byRegime.put(regime, calibrations(members, all)));
    Tuning calibrated = new Tuning(all.window(), all.event(), byRegime, none().thresholds());
    List<SatelliteResult> results = heldOut.stream().map(calibrated::apply).toList();
    return new Tuning(
        all.window(),
        all.event(),
        byRegime,
        new Thresholds(windowThresholds(results), calibrated.eventThresholds(detected(heldOut))));
  }

  /**
   * Fits the regimes with enough satellites and keeps everything else: the other regimes, and the
   * common calibration that they rest on.
   *
   * @param heldOut results obtained without calibration
   */
  public Tuning refitted(List<SatelliteResult> heldOut) {
    Map<OrbitRegime, RegimeCalibration> byRegime = new EnumMap<>(OrbitRegime.class);
    byRegime.putAll(calibrationByRegime);
    Map<OrbitRegime, Double> events = new EnumMap<>(thresholds.event());
    largeEnough(heldOut)
        .forEach(
            (regime, members) -> {
              RegimeCalibration fitted = calibrations(members, ofRegime(regime));
              byRegime.put(regime, fitted);
              Double cautious = EventThresholds.of(detected(members), MatchMode.GAP).cautious();
              if (cautious != null) {
                events.put(regime, fitted.event().probability(logit(cautious)));
              }
            });
    return new Tuning(
        calibration, eventCalibration, byRegime, new Thresholds(thresholds.window(), events));
  }

  /** Returns the results of the regimes with enough satellites for a separate calibration. */
  public static Map<OrbitRegime, List<SatelliteResult>> largeEnough(
      Collection<SatelliteResult> heldOut) {
    Map<OrbitRegime, List<SatelliteResult>> grouped = new EnumMap<>(OrbitRegime.class);
    for (SatelliteResult result : heldOut) {
      grouped.computeIfAbsent(result.satellite().regime(), unseen -> new ArrayList<>()).add(result);
    }
    grouped.values().removeIf(members -> members.size() < FEWEST_SATELLITES);
    return grouped;
  }

  /**
   * Fits the calibrations of windows and events.
   *
   * @param otherwise returned where there is nothing to fit, or all labels are equal
   */
  private static RegimeCalibration calibrations(
      List<SatelliteResult> heldOut, RegimeCalibration otherwise) {
    Map<Integer, Calibration> windows = new TreeMap<>();
    for (int days : WINDOW_DAYS) {
      windows.put(
          days,
          calibration(
              WindowScorer.PROTOCOL.labelled(
                  heldOut.stream().map(result -> result.windowed(days)).toList()),
              Objects.requireNonNull(otherwise.window().get(days))));
    }
    return new RegimeCalibration(
        windows,
        calibration(EventScorer.labelled(detected(heldOut), MatchMode.GAP), otherwise.event()));
  }

  private static List<DetectedSatellite> detected(List<SatelliteResult> results) {
    return results.stream().map(SatelliteResult::detected).toList();
  }

  private static Map<Integer, Double> windowThresholds(List<SatelliteResult> calibrated) {
    Map<Integer, Double> windows = new TreeMap<>();
    for (int days : WINDOW_DAYS) {
      Double best =
          WindowMetrics.cautiousThreshold(
              WindowScorer.PROTOCOL.labelled(
                  calibrated.stream().map(result -> result.windowed(days)).toList()),
              WINDOW_F1_TO_SPARE);
      windows.put(days, best == null ? HALF : best);
    }
    return windows;
  }

  private Map<OrbitRegime, Double> eventThresholds(List<DetectedSatellite> raw) {
    Map<OrbitRegime, EventThresholds> byRegime = EventThresholds.byRegime(raw, MatchMode.GAP);
    EventThresholds all = EventThresholds.of(raw, MatchMode.GAP);
    Map<OrbitRegime, Double> thresholds = new EnumMap<>(OrbitRegime.class);
    for (OrbitRegime regime : OrbitRegime.values()) {
      Double chosen = byRegime.getOrDefault(regime, all).cautious();
      thresholds.put(
          regime, chosen == null ? HALF : ofRegime(regime).event().probability(logit(chosen)));
    }
    return thresholds;
  }

  private RegimeCalibration ofRegime(OrbitRegime regime) {
    RegimeCalibration own = calibrationByRegime.get(regime);
    return own == null ? new RegimeCalibration(calibration, eventCalibration) : own;
  }

  private static Calibration calibration(List<LabelledScore> scores, Calibration otherwise) {
    long positive = scores.stream().filter(LabelledScore::positive).count();
    if (positive == 0 || positive == scores.size()) {
      return otherwise;
    }
    List<LabelledScore> logits = new ArrayList<>(scores.size());
    for (LabelledScore score : scores) {
      logits.add(new LabelledScore(logit(score.score()), score.positive()));
    }
    return PlattScaling.fit(logits);
  }

  /** Calibrates all results, as a bundle with this tuning would. */
  HeldOutResults apply(HeldOutResults raw) {
    Map<String, SatelliteResult> satellites = new LinkedHashMap<>();
    raw.satellites().forEach((name, result) -> satellites.put(name, apply(result)));
    return new HeldOutResults(
        satellites,
        raw.quiet().stream().map(this::apply).toList(),
        raw.planted().stream()
            .map(each -> new PlantedResult(each.elementSetsPerDay(), apply(each.result())))
            .toList(),
        apply(raw.catalogue()),
        raw.learningCurves());
  }

  private CatalogueResult apply(CatalogueResult raw) {
    return new CatalogueResult(
        raw.passive().stream()
            .map(
                each -> {
                  RegimeCalibration by = ofRegime(each.regime());
                  Calibration window =
                      Objects.requireNonNull(by.window().get(CatalogueScorer.WINDOW_DAYS));
                  return each.rescored(
                      score -> by.event().probability(logit(score)),
                      score -> window.probability(logit(score)));
                })
            .toList(),
        raw.burns().stream().map(each -> each.rescored(events(each.regime()))).toList(),
        raw.satellites().stream().map(each -> each.rescored(events(each.regime()))).toList());
  }

  private DoubleUnaryOperator events(OrbitRegime regime) {
    Calibration event = ofRegime(regime).event();
    return score -> event.probability(logit(score));
  }

  /** Calibrates the results of a satellite, as a bundle with this tuning would. */
  SatelliteResult apply(SatelliteResult raw) {
    RegimeCalibration by = ofRegime(raw.satellite().regime());
    return new SatelliteResult(
        raw.satellite(),
        calibrated(by, raw.detections()),
        calibratedWindows(by, raw.windows()),
        calibratedWindows(by, raw.windowsInContext()),
        calibrated(by, raw.delayed()),
        calibrated(by, raw.provisional()));
  }

  /** Calibrates the detections of an object without burns, as a bundle with this tuning would. */
  QuietObject apply(QuietObject raw) {
    List<Detection> detections = calibrated(ofRegime(raw.regime()), raw.detections());
    return new QuietObject(raw.source(), raw.regime(), raw.years(), detections);
  }

  private static List<Detection> calibrated(RegimeCalibration by, List<Detection> raw) {
    return raw.stream()
        .map(each -> each.withScore(by.event().probability(logit(each.score()))))
        .toList();
  }

  private static Map<Integer, List<Detection>> calibrated(
      RegimeCalibration by, Map<Integer, List<Detection>> raw) {
    Map<Integer, List<Detection>> byDelay = new TreeMap<>();
    raw.forEach((delay, detections) -> byDelay.put(delay, calibrated(by, detections)));
    return byDelay;
  }

  private static Map<Integer, List<ScoredWindow>> calibratedWindows(
      RegimeCalibration by, Map<Integer, List<ScoredWindow>> raw) {
    Map<Integer, List<ScoredWindow>> windows = new TreeMap<>();
    raw.forEach(
        (days, scored) -> {
          Calibration fitted = Objects.requireNonNull(by.window().get(days));
          windows.put(
              days,
              scored.stream()
                  .map(
                      w ->
                          new ScoredWindow(
                              w.start(), w.end(), fitted.probability(logit(w.score()))))
                  .toList());
        });
    return windows;
  }

  private static double logit(double probability) {
    double clipped = Math.min(Math.max(probability, SMALLEST_CHANCE), 1 - SMALLEST_CHANCE);
    return Logistic.logit(clipped);
  }
}
