package space.maneuver.training;

/** Hears how far a training is. */
@FunctionalInterface
public interface Progress {

  /** For those who do not ask. */
  Progress SILENT = (task, step, steps, loss) -> {};

  /**
   * Called after every step.
   *
   * @param task what is being trained
   * @param step 1 to {@code steps}
   * @param loss of this step's batch
   */
  void at(String task, int step, int steps, double loss);
}
