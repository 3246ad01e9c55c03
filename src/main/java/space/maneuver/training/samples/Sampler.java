package space.maneuver.training.samples;

/** Draws training batches without end. */
public interface Sampler {

  /** The next {@code size} windows. */
  SampleBatch next(int size);
}
