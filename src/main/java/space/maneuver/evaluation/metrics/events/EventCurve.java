package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.events.Outcome.Verdict;

/**
 * Lowers the threshold step by step from the highest score and accumulates the figures of an {@link
 * EventScore}; detections of equal score enter together.
 */
final class EventCurve {

  private static final double ROUNDING = 1e-9;
  private static final double HOURS_PER_DAY = 24.0;

  private final int events;
  private final double satelliteYears;
  private final double falseAlarmsAllowed;
  private final @Nullable Double fixedThreshold;

  private final List<OperatingPoint> points = new ArrayList<>();
  private OperatingPoint best = OperatingPoint.SILENCE;
  private OperatingPoint atRate = OperatingPoint.SILENCE;
  private boolean tooManyFalseAlarms;
  private @Nullable OperatingPoint fixed;
  private double averagePrecision;
  private double lastRecall;

  private EventCurve(int events, double satelliteYears, EventScorer scorer) {
    this.events = events;
    this.satelliteYears = satelliteYears;
    this.falseAlarmsAllowed = scorer.falseAlarmsPerYear() * satelliteYears + ROUNDING;
    this.fixedThreshold = scorer.threshold();
    this.fixed = fixedThreshold == null ? null : new OperatingPoint(fixedThreshold, 0, 0, 0, 0);
  }

  static EventScore of(
      List<Outcome> outcomes, int events, double satelliteYears, EventScorer scorer) {
    EventCurve curve = walk(outcomes, events, satelliteYears, scorer);
    return new EventScore(
        events,
        satelliteYears,
        curve.best,
        curve.atRate,
        curve.fixed,
        curve.averagePrecision,
        medianTimingErrorHours(outcomes));
  }

  /** Returns the operating point of every step. */
  static List<OperatingPoint> points(List<Outcome> outcomes, int events, double satelliteYears) {
    return walk(outcomes, events, satelliteYears, EventScorer.HEADLINE).points;
  }

  private static EventCurve walk(
      List<Outcome> outcomes, int events, double satelliteYears, EventScorer scorer) {
    List<Outcome> ordered =
        outcomes.stream()
            .sorted(Comparator.comparing(Outcome::detection, Detection.SUREST_FIRST))
            .toList();
    EventCurve curve = new EventCurve(events, satelliteYears, scorer);
    int hits = 0;
    int falseAlarms = 0;
    for (int i = 0; i < ordered.size(); i++) {
      hits += ordered.get(i).is(Verdict.HIT) ? 1 : 0;
      falseAlarms += ordered.get(i).is(Verdict.FALSE_ALARM) ? 1 : 0;
      double score = ordered.get(i).detection().score();
      if (i + 1 == ordered.size() || ordered.get(i + 1).detection().score() != score) {
        curve.lowerTo(score, hits, falseAlarms);
      }
    }
    return curve;
  }

  private void lowerTo(double score, int hits, int falseAlarms) {
    OperatingPoint point = OperatingPoint.of(score, hits, falseAlarms, events, satelliteYears);
    points.add(point);
    averagePrecision += point.precision() * (point.recall() - lastRecall);
    lastRecall = point.recall();
    if (point.f1() > best.f1()) {
      best = point;
    }
    tooManyFalseAlarms |= falseAlarms > falseAlarmsAllowed;
    if (!tooManyFalseAlarms) {
      atRate = point;
    }
    if (fixedThreshold != null && score >= fixedThreshold) {
      fixed = point;
    }
  }

  private static @Nullable Double medianTimingErrorHours(List<Outcome> outcomes) {
    double[] errors =
        outcomes.stream()
            .filter(outcome -> outcome.is(Verdict.HIT))
            .mapToDouble(hit -> Math.abs(hit.detection().time() - hit.found().start()))
            .sorted()
            .toArray();
    return errors.length == 0 ? null : HOURS_PER_DAY * errors[errors.length / 2];
  }
}
