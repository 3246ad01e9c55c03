package space.maneuver.evaluation.metrics.events;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * Thresholds of the score, chosen on held-out satellites. Each is the score of a detection, which
 * is itself reported.
 *
 * @param bestF1 threshold that maximizes F1 pooled over the satellites; null if no detection hits
 * @param cautious highest threshold whose F1 is at most {@value #F1_TO_SPARE} below the best: where
 *     the curve is flat, fewer false alarms on objects that hardly maneuver cost next to nothing;
 *     null if no detection hits
 * @param atFalseAlarmRate lowest threshold with at most one false alarm per satellite-year; null if
 *     even the highest scores are too many false alarms, or there are no detections
 */
public record EventThresholds(
    @Nullable Double bestF1, @Nullable Double cautious, @Nullable Double atFalseAlarmRate) {

  private static final double F1_TO_SPARE = 0.025;

  /** Chooses thresholds for all satellites together. */
  public static EventThresholds of(List<DetectedSatellite> heldOut, MatchMode mode) {
    EventScore pooled = EventScorer.HEADLINE.score(heldOut, mode).pooled();
    return new EventThresholds(
        pooled.bestF1().threshold(),
        cautious(heldOut, mode, pooled.bestF1()),
        pooled.atFalseAlarmRate().threshold());
  }

  private static @Nullable Double cautious(
      List<DetectedSatellite> heldOut, MatchMode mode, OperatingPoint best) {
    return best.threshold() == null
        ? null
        : EventScorer.points(heldOut, mode).stream()
            .filter(point -> point.f1() >= best.f1() - F1_TO_SPARE)
            .map(OperatingPoint::threshold)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(best.threshold());
  }

  /** Chooses thresholds for each regime that has a satellite. */
  public static Map<OrbitRegime, EventThresholds> byRegime(
      List<DetectedSatellite> heldOut, MatchMode mode) {
    return heldOut.stream()
        .collect(
            Collectors.groupingBy(
                satellite -> satellite.satellite().regime(),
                () -> new EnumMap<>(OrbitRegime.class),
                Collectors.collectingAndThen(
                    Collectors.toList(), satellites -> of(satellites, mode))));
  }
}
