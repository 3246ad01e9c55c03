package space.maneuver.evaluation.metrics.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import space.maneuver.evaluation.metrics.events.EventScorer.EventScores;

/**
 * The operating points at a given rate of false alarms.
 *
 * @param satellites operating points by name, each with a separate threshold
 * @param pooled operating point over all of them, with one threshold
 */
public record FalseAlarmRates(Map<String, OperatingPoint> satellites, OperatingPoint pooled) {

  private static final List<Double> PER_YEAR = List.of(0.3, 1.0, 3.0);

  /** Computes the operating points for 0.3, 1 and 3 allowed false alarms per satellite-year. */
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
