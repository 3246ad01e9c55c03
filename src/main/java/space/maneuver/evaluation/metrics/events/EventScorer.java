package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import space.maneuver.math.LabelledScore;
import space.maneuver.math.Share;

/**
 * Scores detected events against published burns, one to one, by the protocol of the project's
 * reference scorer and in agreement with it.
 *
 * <p>Burns that start at most a day after the previous one ended form one event. Only the span
 * covered by labels counts: from max(first element set, first label - 7 d) + 5 d to min(last
 * element set, last label + 7 d) - 5 d. A detection of an event outside it is neutral.
 *
 * @param falseAlarmsPerYear allowed false alarms per satellite-year, for {@link
 *     EventScore#atFalseAlarmRate()}
 * @param threshold score for {@link EventScore#fixed()}; null for none
 */
public record EventScorer(double falseAlarmsPerYear, @Nullable Double threshold) {

  private static final int CURVE_POINTS = 200;

  /** The headline of the protocol: one false alarm per satellite-year, no fixed threshold. */
  public static final EventScorer HEADLINE = new EventScorer(1.0, null);

  /** Returns this scorer with a threshold chosen beforehand. */
  public EventScorer withThreshold(@Nullable Double fixedThreshold) {
    return new EventScorer(falseAlarmsPerYear, fixedThreshold);
  }

  /**
   * Scores in every match mode.
   *
   * @throws IllegalArgumentException if two satellites have the same name
   */
  public Map<MatchMode, EventScores> score(List<DetectedSatellite> satellites) {
    Map<MatchMode, EventScores> scores = new EnumMap<>(MatchMode.class);
    for (MatchMode mode : MatchMode.values()) {
      scores.put(mode, score(satellites, mode));
    }
    return scores;
  }

  /**
   * Scores in one match mode.
   *
   * @throws IllegalArgumentException if two satellites have the same name
   */
  public EventScores score(List<DetectedSatellite> satellites, MatchMode mode) {
    Map<String, EventScore> each = new LinkedHashMap<>();
    List<Outcome> pooled = new ArrayList<>();
    int pooledEvents = 0;
    double pooledYears = 0;
    for (DetectedSatellite satellite : satellites) {
      EventTruth truth = new EventTruth(satellite.satellite());
      List<Outcome> outcomes = EventMatcher.match(truth, satellite.detections(), mode);
      int events = truth.counted().size();
      String name = satellite.satellite().name();
      if (each.put(name, EventCurve.of(outcomes, events, truth.years(), this)) != null) {
        throw new IllegalArgumentException("two satellites are named " + name);
      }
      pooled.addAll(outcomes);
      pooledEvents += events;
      pooledYears += truth.years();
    }
    return new EventScores(
        Collections.unmodifiableMap(each), EventCurve.of(pooled, pooledEvents, pooledYears, this));
  }

  /**
   * Computes the operating points of a falling threshold, satellites pooled.
   *
   * @return at most 200 points, sampled evenly
   */
  public static List<OperatingPoint> curve(List<DetectedSatellite> satellites, MatchMode mode) {
    List<OperatingPoint> all = points(satellites, mode);
    List<OperatingPoint> points = new ArrayList<>();
    int count = Math.min(all.size(), CURVE_POINTS);
    for (int i = 1; i <= count; i++) {
      points.add(all.get((int) ((long) i * all.size() / count) - 1));
    }
    return points;
  }

  /** Computes all operating points, from which {@link #curve} samples. */
  static List<OperatingPoint> points(List<DetectedSatellite> satellites, MatchMode mode) {
    List<Outcome> pooled = new ArrayList<>();
    int events = 0;
    double years = 0;
    for (DetectedSatellite satellite : satellites) {
      EventTruth truth = new EventTruth(satellite.satellite());
      pooled.addAll(EventMatcher.match(truth, satellite.detections(), mode));
      events += truth.counted().size();
      years += truth.years();
    }
    return EventCurve.points(pooled, events, years);
  }

  /**
   * Returns the share of the events that are found.
   *
   * @param threshold lowest score of a detection that counts
   */
  public static Share found(List<DetectedSatellite> satellites, MatchMode mode, double threshold) {
    int events = 0;
    int found = 0;
    for (DetectedSatellite satellite : satellites) {
      events += new EventTruth(satellite.satellite()).counted().size();
      found += (int) satellite.hits(mode, threshold).count();
    }
    return Share.of(found, events);
  }

  /**
   * Returns the scores of the detections that count, positive if they hit, to calibrate the
   * confidence.
   */
  public static List<LabelledScore> labelled(List<DetectedSatellite> satellites, MatchMode mode) {
    List<LabelledScore> labelled = new ArrayList<>();
    for (DetectedSatellite satellite : satellites) {
      EventTruth truth = new EventTruth(satellite.satellite());
      for (Outcome outcome : EventMatcher.match(truth, satellite.detections(), mode)) {
        if (!outcome.is(Outcome.Verdict.NEUTRAL)) {
          double score = outcome.detection().score();
          labelled.add(new LabelledScore(score, outcome.is(Outcome.Verdict.HIT)));
        }
      }
    }
    return labelled;
  }

  /**
   * Event scores in one match mode.
   *
   * @param satellites scores by name, in the order given
   * @param pooled score over all of them, with one threshold
   */
  public record EventScores(Map<String, EventScore> satellites, EventScore pooled) {}
}
