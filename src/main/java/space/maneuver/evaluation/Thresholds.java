package space.maneuver.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * Scores from which on detections are reported, chosen on satellites that the model was not trained
 * on. Both are the score of a detection, which is reported itself.
 *
 * @param bestF1 maximises F1 pooled over the satellites; null when no detection hits
 * @param atFalseAlarmRate the lowest with at most one false alarm per satellite-year; null when
 *     already the surest detections are too many false alarms, or there are none
 */
public record Thresholds(@Nullable Double bestF1, @Nullable Double atFalseAlarmRate) {

  /** Thresholds for all satellites together. */
  public static Thresholds of(List<DetectedSatellite> heldOut, MatchMode mode) {
    EventScore pooled = EventScorer.HEADLINE.score(heldOut, mode).pooled();
    return new Thresholds(pooled.bestF1().threshold(), pooled.atFalseAlarmRate().threshold());
  }

  /** Thresholds for each regime that has a satellite. */
  public static Map<OrbitRegime, Thresholds> byRegime(
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
