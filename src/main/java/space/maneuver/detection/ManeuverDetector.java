package space.maneuver.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Finds the maneuvers of a history. The model's {@link BurnSearch} gives the gap between two
 * element sets and a score; the epoch is the middle of the gap. The interval is that gap and the
 * one before, since an element set is a fit over the preceding days and may not show a burn at
 * once.
 */
public final class ManeuverDetector {

  /** An arc ends where there is no element set for so many days. */
  static final int LONGEST_GAP_DAYS = 30;

  /** Element sets are fits over some days; after this many they no longer mix both orbits. */
  private static final int ELEMENT_SETS_TO_CONFIRM = 5;

  private final ModelBundle bundle;
  private final BurnSearch search;

  /**
   * @param solarFlux of the days, for a bundle trained with it
   */
  public ManeuverDetector(ManeuverModel model, SolarFlux solarFlux) {
    bundle = model.bundle();
    search =
        switch (bundle.features().sampling()) {
          case DAILY -> new DailySearch(model, solarFlux);
          case PER_ELEMENT_SET -> new StepSearch(model);
        };
  }

  /**
   * Finds the maneuvers of one object.
   *
   * @param minConfidence least confidence listed, 0 to 1; null for the bundle's threshold of the
   *     object's regime; 0 lists every candidate
   */
  public ObjectReport detect(History history, @Nullable Double minConfidence) {
    double least =
        minConfidence != null
            ? minConfidence
            : Objects.requireNonNull(bundle.thresholds().event().get(history.regime()));
    List<Maneuver> maneuvers = new ArrayList<>();
    List<WindowProbability> windows = new ArrayList<>();
    int elementSetsLeft = history.size();
    for (History arc : history.arcs(LONGEST_GAP_DAYS)) {
      elementSetsLeft -= arc.size();
      Findings findings = search.search(arc);
      windows.addAll(findings.windows());
      DeltaVEstimator steps = new DeltaVEstimator(arc);
      for (Candidate candidate : findings.candidates()) {
        double confidence = confidence(candidate.score());
        if (confidence >= least) {
          maneuvers.add(maneuver(arc, candidate.gap(), confidence, steps, elementSetsLeft));
        }
      }
    }
    maneuvers.sort(Comparator.comparing(Maneuver::epoch));
    return new ObjectReport(
        history.noradId(), history.name(), history.regime(), history.size(), maneuvers, windows);
  }

  private double confidence(double score) {
    return bundle.eventCalibration().probability(Math.log(score / (1 - score)));
  }

  private static Maneuver maneuver(
      History arc, int gap, double confidence, DeltaVEstimator steps, int elementSetsLater) {
    ElementSet before = arc.elements().get(gap - 1);
    ElementSet earliest = arc.elements().get(Math.max(0, gap - 2));
    ElementSet after = arc.elements().get(gap);
    Instant epoch = ElementSet.instant((before.epochTicks() + after.epochTicks()) / 2);
    int since = arc.size() - gap + elementSetsLater;
    DeltaV deltaV = steps.at(gap);
    return new Maneuver(
        epoch,
        earliest.epoch(),
        after.epoch(),
        confidence,
        since < ELEMENT_SETS_TO_CONFIRM ? ManeuverStatus.PROVISIONAL : ManeuverStatus.CONFIRMED,
        since,
        type(deltaV),
        deltaV);
  }

  private static ManeuverType type(@Nullable DeltaV deltaV) {
    if (deltaV == null) {
      return ManeuverType.UNKNOWN;
    }
    return Math.abs(deltaV.alongTrack()) >= deltaV.crossTrack()
        ? ManeuverType.IN_TRACK
        : ManeuverType.CROSS_TRACK;
  }
}
