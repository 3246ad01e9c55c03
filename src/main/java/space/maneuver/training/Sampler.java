package space.maneuver.training;

/** Draws training batches without end. */
interface Sampler {

  /** The next {@code size} windows. */
  SampleBatch next(int size);
}
