package space.maneuver.evaluation.metrics.events;

import org.jspecify.annotations.Nullable;

/**
 * What a detector does when it reports everything from one score on.
 *
 * @param threshold the lowest score reported; null when reporting nothing is the best
 * @param precision hits per hit or false alarm, 0 to 1; 0 without either
 * @param recall hits per event, 0 to 1
 * @param f1 harmonic mean of precision and recall, 0 to 1
 * @param falseAlarmsPerYear false alarms per satellite-year
 */
public record OperatingPoint(
    @Nullable Double threshold,
    double precision,
    double recall,
    double f1,
    double falseAlarmsPerYear) {

  static final OperatingPoint SILENCE = new OperatingPoint(null, 0, 0, 0, 0);

  static OperatingPoint of(
      double threshold, int hits, int falseAlarms, int events, double satelliteYears) {
    double recall = events > 0 ? (double) hits / events : 0;
    double precision = hits + falseAlarms > 0 ? (double) hits / (hits + falseAlarms) : 0;
    double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    return new OperatingPoint(threshold, precision, recall, f1, falseAlarms / satelliteYears);
  }
}
