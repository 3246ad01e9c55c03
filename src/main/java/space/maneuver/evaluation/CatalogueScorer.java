package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.Detector;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.evaluation.metrics.catalogue.PassiveObject;
import space.maneuver.evaluation.metrics.catalogue.PassiveObject.Alarm;
import space.maneuver.evaluation.metrics.catalogue.PerigeeBand;
import space.maneuver.evaluation.metrics.catalogue.RandomBurn;
import space.maneuver.evaluation.metrics.catalogue.SatelliteSteps;
import space.maneuver.evaluation.metrics.catalogue.SatelliteSteps.ScoredStep;
import space.maneuver.evaluation.metrics.catalogue.StepRecall;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.Event;
import space.maneuver.evaluation.metrics.events.EventTruth;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.evaluation.metrics.events.ReferenceDays;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.CertainSteps;
import space.maneuver.orbit.label.CertainSteps.Step;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * Scores histories without published burns with the same code that serves requests. Names and
 * classes of the objects are removed before, and changes of drag are not counted as maneuvers.
 */
public final class CatalogueScorer {

  /** Length of the windows that a report holds, d. */
  static final int WINDOW_DAYS = 30;

  /** Raw probability far below any threshold, which saves the time of unlikely candidates. */
  private static final double LEAST_SCORE = 0.02;

  /** Greatest distance of a detection from the step that it finds, d. */
  private static final double NEAR_STEP = 1.5;

  private final Detector detector;

  /** Creates a scorer of a model, which is not closed with it. */
  public CatalogueScorer(ManeuverModel model, SolarFlux solarFlux) {
    detector = new Detector(model, solarFlux);
  }

  /** Returns the false alarms on an object that never maneuvers. */
  public PassiveObject passive(String group, History history) {
    ObjectReport report = detect(history);
    List<Alarm> alarms = new ArrayList<>();
    for (Maneuver each : report.maneuvers()) {
      alarms.add(Alarm.of(history, Detection.of(each), each.status() == Status.CONFIRMED));
    }
    return PassiveObject.of(
        group,
        history,
        alarms,
        report.windows().stream().map(WindowProbability::probability).toList());
  }

  /** Returns how sure the detector is of a planted burn; null if it lies too near to an end. */
  public @Nullable RandomBurn randomBurn(LabelledHistory planted) {
    LabelledSatellite satellite =
        LabelledSatellite.of(planted.name(), planted.history(), planted.burns());
    EventTruth truth = new EventTruth(satellite);
    if (truth.counted().isEmpty()) {
      return null;
    }
    Event event = truth.counted().get(0);
    double surest =
        detect(planted.history()).maneuvers().stream()
            .map(Detection::of)
            .filter(each -> matches(truth, each.time(), event))
            .mapToDouble(Detection::score)
            .max()
            .orElse(0);
    Burn burn = planted.burns().get(0);
    ElementSet before = planted.history().first();
    for (ElementSet each : planted.history().elements()) {
      before = each.epoch().isAfter(burn.start()) ? before : each;
    }
    return new RandomBurn(
        planted.history().regime(),
        PerigeeBand.of(PerigeeBand.perigee(before)),
        satellite.burns().get(0),
        surest);
  }

  private static boolean matches(EventTruth truth, double time, Event event) {
    return truth.matches(time, event, MatchMode.GAP)
        || truth.matches(time, event, MatchMode.HOURS_24);
  }

  /**
   * Returns how sure the detector is of the steps of a satellite that only thrust explains.
   *
   * @param constellation whether it belongs to a constellation that is counted apart
   */
  public SatelliteSteps steps(History history, boolean constellation) {
    List<Step> steps = new ArrayList<>();
    for (CertainSteps.Kind kind : kinds(history.regime())) {
      steps.addAll(CertainSteps.of(history, kind, StepRecall.least(kind)));
    }
    List<Maneuver> maneuvers = steps.isEmpty() ? List.of() : detect(history).maneuvers();
    return new SatelliteSteps(
        history.regime(),
        PerigeeBand.perigee(history),
        history.size(),
        constellation,
        steps.stream()
            .map(each -> new ScoredStep(each.kind(), each.deltaV(), surest(maneuvers, each)))
            .toList());
  }

  private static List<CertainSteps.Kind> kinds(OrbitRegime regime) {
    return regime == OrbitRegime.GEO
        ? List.of(CertainSteps.Kind.AXIS, CertainSteps.Kind.PLANE)
        : List.of(CertainSteps.Kind.RAISE, CertainSteps.Kind.PLANE);
  }

  private static double surest(List<Maneuver> maneuvers, Step step) {
    return maneuvers.stream()
        .filter(each -> isNear(each, step.days()))
        .mapToDouble(Maneuver::confidence)
        .max()
        .orElse(0);
  }

  private static boolean isNear(Maneuver maneuver, double days) {
    return ReferenceDays.of(maneuver.earliest()) - NEAR_STEP <= days
            && days <= ReferenceDays.of(maneuver.latest()) + NEAR_STEP
        || Math.abs(ReferenceDays.of(maneuver.epoch()) - days) <= NEAR_STEP;
  }

  private ObjectReport detect(History history) {
    History nameless =
        new History(
            history.elements().stream()
                .map(
                    each ->
                        each.withObject(each.noradId(), null).withObjectClass(ObjectClass.UNKNOWN))
                .toList());
    return detector.detect(nameless, LEAST_SCORE).withKinds(Kind.LISTED);
  }
}
