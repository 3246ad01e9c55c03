package space.maneuver.evaluation.metrics.windows;

import org.jspecify.annotations.Nullable;

/**
 * How well windows with a burn are separated from those without. All figures but the count are 0 to
 * 1.
 *
 * @param windows number of windows
 * @param prevalence share with a burn
 * @param auroc area under the receiver operating characteristic, ties count half; null unless both
 *     classes occur
 * @param averagePrecision area under precision over recall, equal scores together; null without a
 *     positive
 * @param bestF1 F1 at the best threshold in hindsight
 * @param bestThreshold that threshold, which is itself positive; null if F1 is 0 everywhere
 * @param f1AtHalf F1 at a threshold of 0.5
 * @param balancedAccuracyAtHalf mean accuracy of both classes at 0.5; null unless both occur
 * @param f1AlwaysYes F1 of calling every window positive
 */
public record WindowScore(
    int windows,
    double prevalence,
    @Nullable Double auroc,
    @Nullable Double averagePrecision,
    double bestF1,
    @Nullable Double bestThreshold,
    double f1AtHalf,
    @Nullable Double balancedAccuracyAtHalf,
    double f1AlwaysYes) {}
