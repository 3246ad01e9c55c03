package space.maneuver.training;

/** Callbacks on the progress of a training. */
@FunctionalInterface
public interface Progress {

  /** Ignores all progress. */
  Progress SILENT = (task, step, steps, loss) -> {};

  /**
   * Called after every step.
   *
   * @param task name of the training
   * @param step number of the finished step, 1 to {@code steps}
   * @param steps number of steps of the training
   * @param loss loss of this step's batch
   */
  void at(String task, int step, int steps, double loss);

  /**
   * Called after each history that a trained network has scored.
   *
   * @param task name of the training
   * @param done number of scored histories, 1 to {@code total}
   */
  default void scored(String task, int done, int total) {}

  /** Called with a message for the user. */
  default void say(String message) {}

  /** Returns this progress with a prefix to the name of every task and to every message. */
  default Progress under(String prefix) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void at(String task, int step, int steps, double loss) {
        whole.at(prefix + task, step, steps, loss);
      }

      @Override
      public void scored(String task, int done, int total) {
        whole.scored(prefix + task, done, total);
      }

      @Override
      public void say(String message) {
        whole.say(prefix + message);
      }
    };
  }
}
