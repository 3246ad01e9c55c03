package space.maneuver.inference;

import space.maneuver.model.bundle.ModelBundle;

/**
 * Callbacks on the fate of queued windows. Called on the threads that queue and run them, so
 * implementations must not block.
 */
public interface InferenceListener {

  /** Ignores everything. */
  InferenceListener NONE = new InferenceListener() {};

  /**
   * Windows of one caller are about to be run.
   *
   * @param nanos time they waited in the queue
   */
  default void waited(ModelBundle model, long nanos) {}

  /**
   * A batch has been run.
   *
   * @param windows in the batch, without padding
   * @param nanos time taken by the network
   */
  default void ran(ModelBundle model, int windows, long nanos) {}

  /** The network failed on a window that was run alone. */
  default void failed(ModelBundle model) {}

  /** Windows were refused because there was no room. */
  default void refused(OverloadedException.Cause cause, int windows) {}

  /** Windows were dropped without being run because nobody waits for them any more. */
  default void dropped(ModelBundle model, int windows) {}
}
