package space.maneuver.training;

import space.maneuver.model.WindowBatch;

/**
 * Windows with what the network should say after each of their days.
 *
 * @param windows normalised, (batch, time, channels)
 * @param labels (batch, time) row by row: 1 when a burn has started by the end of the day, else 0
 * @param weights (batch, time): 1 where the label counts, else 0
 */
record SampleBatch(WindowBatch windows, float[] labels, float[] weights) {}
