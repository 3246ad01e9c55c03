package space.maneuver.training;

import space.maneuver.model.WindowBatch;

/**
 * Windows with what the network should say at each of their steps.
 *
 * @param windows normalised, (batch, time, channels)
 * @param labels (batch, time) row by row, 0 or 1
 * @param weights (batch, time): what each label's cross entropy counts in the loss, which is their
 *     sum; 0 where there is no label
 */
record SampleBatch(WindowBatch windows, float[] labels, float[] weights) {}
