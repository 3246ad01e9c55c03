package space.maneuver.evaluation.metrics.events;

import org.jspecify.annotations.Nullable;

/**
 * The performance of a detector at one threshold.
 *
 * @param threshold lowest reported score; null if it is best to report nothing
 * @param precision hits divided by hits and false alarms, 0 to 1; 0 without either
 * @param recall hits divided by events, 0 to 1
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
