package space.maneuver.training.samples;

/** An endless source of training batches. */
public interface Sampler {

  /** Draws the next {@code size} windows. */
  SampleBatch next(int size);
}
