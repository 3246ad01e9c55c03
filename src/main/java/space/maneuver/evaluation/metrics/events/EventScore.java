package space.maneuver.evaluation.metrics.events;

import org.jspecify.annotations.Nullable;

/**
 * How well events were found, in one match mode.
 *
 * @param events number of events inside the labelled spans
 * @param satelliteYears total length of those spans, years of 365.25 d
 * @param bestF1 operating point with the greatest F1, chosen in hindsight
 * @param atFalseAlarmRate operating point at the lowest threshold that keeps within the allowed
 *     rate of false alarms
 * @param fixed operating point at the fixed threshold; null if there is none
 * @param averagePrecision area under precision over recall, 0 to 1
 * @param medianTimingErrorHours median time between a hit and the start of its event, h; null
 *     without hits
 */
public record EventScore(
    int events,
    double satelliteYears,
    OperatingPoint bestF1,
    OperatingPoint atFalseAlarmRate,
    @Nullable OperatingPoint fixed,
    double averagePrecision,
    @Nullable Double medianTimingErrorHours) {}
