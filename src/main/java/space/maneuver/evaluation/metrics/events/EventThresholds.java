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
 * Scores from which on detections are reported, chosen on satellites that the model was not trained
 * on. Each is the score of a detection, which is reported itself.
 *
 * @param bestF1 maximises F1 pooled over the satellites; null when no detection hits
 * @param cautious the highest whose F1 is at most {@value #F1_TO_SPARE} below the best: where the
 *     curve is flat, fewer false alarms on objects that hardly maneuver cost next to nothing; null
 *     when no detection hits
 * @param atFalseAlarmRate the lowest with at most one false alarm per satellite-year; null when
 *     already the surest detections are too many false alarms, or there are none
 */
public record EventThresholds(
    @Nullable Double bestF1, @Nullable Double cautious, @Nullable Double atFalseAlarmRate) {

  private static final double F1_TO_SPARE = 0.015;

  /** EventThresholds for all satellites together. */
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

  /** EventThresholds for each regime that has a satellite. */
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
