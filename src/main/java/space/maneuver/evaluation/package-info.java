/**
 * Evaluation of networks on satellites that they never saw: cross-validation, thresholds,
 * calibration, baselines.
 */
@NullMarked
package space.maneuver.evaluation;

import org.jspecify.annotations.NullMarked;
