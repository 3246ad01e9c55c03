package space.maneuver.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.DailySeries;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.Calibration;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Finds the maneuvers of a history with a daily model. Windows of 30 days start on every day; the
 * network's answer after each of their days gives {@link RiseAndFall}. Peaks of the rise are events
 * and give the confidence; the fall within the three days before names the day whose element sets
 * carried the evidence; of the gaps between element sets around that day, the one with the largest
 * step of the semi-major axis gives the epoch, its middle. The interval is that gap and the one
 * before, since an element set is a fit over the preceding days and may not show a burn at once.
 */
public final class ManeuverDetector {

  private static final int WINDOW_DAYS = 30;

  /** Two maneuvers closer than this, in days, are reported as one. */
  private static final int SEPARATION_DAYS = 3;

  private static final int DAYS_FROM_BURN_TO_RISE = 3;

  /**
   * A window that begins a day later lacks the change from that day's element set to the next
   * one's, which lie within two days.
   */
  private static final int DAYS_BETWEEN_TWO_ROWS = 2;

  /** Fewer observed days tell neither noise nor step. */
  private static final int FEWEST_OBSERVED_DAYS = 5;

  /**
   * No candidate below this rise, a chance of one in ten per day: a network trained on shuffled
   * labels (evaluate --shuffled-labels) hardly gets there.
   */
  private static final double LEAST_RISE = 0.1;

  /** Element sets are fits over some days; after this many they no longer mix both orbits. */
  private static final int ELEMENT_SETS_TO_CONFIRM = 5;

  private final ModelBundle bundle;
  private final WindowBatches batches;
  private final SolarFlux solarFlux;

  /**
   * @param solarFlux of the days, for a bundle trained with it
   */
  public ManeuverDetector(ManeuverModel model, SolarFlux solarFlux) {
    bundle = model.bundle();
    batches = new WindowBatches(model);
    this.solarFlux = solarFlux;
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
    for (History arc : history.arcs(WINDOW_DAYS)) {
      elementSetsLeft -= arc.size();
      DailySeries series = DailySeries.of(arc, solarFlux);
      if (series.observedDays() >= FEWEST_OBSERVED_DAYS) {
        detect(arc, series, elementSetsLeft, least, maneuvers, windows);
      }
    }
    maneuvers.sort(Comparator.comparing(Maneuver::epoch));
    return new ObjectReport(
        history.noradId(), history.name(), history.regime(), history.size(), maneuvers, windows);
  }

  private void detect(
      History arc,
      DailySeries series,
      int elementSetsLater,
      double least,
      List<Maneuver> maneuvers,
      List<WindowProbability> windows) {
    List<FeatureWindow> starts = new ArrayList<>();
    for (int s = 0; s <= series.days() - FEWEST_OBSERVED_DAYS; s++) {
      starts.add(series.window(s, Math.min(WINDOW_DAYS, series.days() - s)));
    }
    float[][] logits = batches.stepLogits(starts);
    RiseAndFall curves = new RiseAndFall(logits, series.days());
    DeltaVEstimator steps = new DeltaVEstimator(arc);
    Set<Integer> taken = new HashSet<>();
    for (int peak : Peaks.of(curves.rise(), SEPARATION_DAYS, LEAST_RISE)) {
      double confidence = confidence(curves.rise()[peak]);
      if (confidence >= least) {
        int gap = gap(series.firstDay(), peak, curves.fall(), steps.axis());
        // The highest peak comes first; a second one in the same interval tells nothing new.
        if (taken.add(gap)) {
          maneuvers.add(maneuver(arc, gap, confidence, steps, elementSetsLater));
        }
      }
    }
    Calibration calibration = Objects.requireNonNull(bundle.calibration().get(WINDOW_DAYS));
    for (int s = 0; s + WINDOW_DAYS <= series.days(); s++) {
      windows.add(
          new WindowProbability(
              DailySeries.startOf(series.firstDay() + s),
              DailySeries.startOf(series.firstDay() + s + WINDOW_DAYS),
              calibration.probability(logits[s][WINDOW_DAYS - 1])));
    }
  }

  private double confidence(double rise) {
    return bundle.eventCalibration().probability(Math.log(rise / (1 - rise)));
  }

  private static int gap(long firstDay, int peak, double[] fall, ElementSteps axis) {
    int day = peak;
    for (int d = Math.max(0, peak - DAYS_FROM_BURN_TO_RISE); d < peak; d++) {
      if (fall[d] > fall[day]) {
        day = d;
      }
    }
    double time = firstDay + day;
    int from = Math.max(1, axis.firstFrom(time));
    int to = Math.max(from + 1, axis.firstFrom(time + DAYS_BETWEEN_TWO_ROWS));
    return axis.largest(from, to);
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
