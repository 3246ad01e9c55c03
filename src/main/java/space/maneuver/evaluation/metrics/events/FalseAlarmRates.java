package space.maneuver.evaluation.metrics.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import space.maneuver.evaluation.metrics.events.EventScorer.EventScores;

/**
 * What is found where so many false alarms are allowed.
 *
 * @param satellites by name, each at a threshold of its own
 * @param pooled over all of them, with one threshold
 */
public record FalseAlarmRates(Map<String, OperatingPoint> satellites, OperatingPoint pooled) {

  private static final List<Double> PER_YEAR = List.of(0.3, 1.0, 3.0);

  /** By the false alarms allowed per satellite-year: 0.3, 1 and 3. */
  public static SortedMap<Double, FalseAlarmRates> of(
      List<DetectedSatellite> detected, MatchMode mode) {
    SortedMap<Double, FalseAlarmRates> rates = new TreeMap<>();
    for (double perYear : PER_YEAR) {
      EventScores scores = new EventScorer(perYear, null).score(detected, mode);
      Map<String, OperatingPoint> satellites = new LinkedHashMap<>();
      scores.satellites().forEach((name, score) -> satellites.put(name, score.atFalseAlarmRate()));
      rates.put(perYear, new FalseAlarmRates(satellites, scores.pooled().atFalseAlarmRate()));
    }
    return rates;
  }
}
