package space.maneuver.inference;

import space.maneuver.model.bundle.ModelBundle;

/** Is told what becomes of windows, on the threads that do it, which it must not hold up. */
public interface InferenceListener {

  /** Hears nothing. */
  InferenceListener NONE = new InferenceListener() {};

  /**
   * Some windows of one caller begin to be run.
   *
   * @param nanos that they waited
   */
  default void waited(ModelBundle model, long nanos) {}

  /**
   * A batch has been run.
   *
   * @param windows in it, without padding
   * @param nanos that the network took
   */
  default void ran(ModelBundle model, int windows, long nanos) {}

  /** The network failed on a window alone. */
  default void failed(ModelBundle model) {}

  /** There was no room for some windows. */
  default void refused(OverloadedException.Cause cause, int windows) {}

  /** Some windows were not run since nobody waits for them any more. */
  default void dropped(ModelBundle model, int windows) {}
}
