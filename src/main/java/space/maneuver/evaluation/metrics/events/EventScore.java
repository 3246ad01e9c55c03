package space.maneuver.evaluation.metrics.events;

import org.jspecify.annotations.Nullable;

/**
 * How well events were found, in one match mode.
 *
 * @param events number of events inside the labelled spans
 * @param satelliteYears length of those spans, years of 365.25 d
 * @param bestF1 where F1 is greatest, chosen in hindsight
 * @param atFalseAlarmRate at the lowest threshold before the allowed rate of false alarms is
 *     exceeded
 * @param fixed at the threshold that was asked for; null when none was
 * @param averagePrecision area under precision over recall, 0 to 1
 * @param medianTimingErrorHours median distance of a hit from the start of its event, h; null
 *     without a hit
 */
public record EventScore(
    int events,
    double satelliteYears,
    OperatingPoint bestF1,
    OperatingPoint atFalseAlarmRate,
    @Nullable OperatingPoint fixed,
    double averagePrecision,
    @Nullable Double medianTimingErrorHours) {}
