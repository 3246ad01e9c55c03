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

  /** Hears something that a person should know. */
  default void say(String message) {}

  /** The same with a text before the name of every task. */
  default Progress under(String prefix) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void at(String task, int step, int steps, double loss) {
        whole.at(prefix + task, step, steps, loss);
      }

      @Override
      public void say(String message) {
        whole.say(prefix + message);
      }
    };
  }
}
