package space.maneuver.training.loop;

/**
 * Learning rate schedule, loss weights and early stopping of a training.
 *
 * @param schedule learning rate schedule
 * @param positiveWeight weight of a step with a burn in the loss, relative to one without; above 0
 * @param patience validations without a lower loss after which a training stops; 0 trains to the
 *     end on every satellite and keeps the last weights
 * @param validationShare share of the satellites held out for validation; above 0, below 1
 * @param validateEvery steps between validations, at least 1
 */
public record LoopSettings(
    Schedule schedule,
    double positiveWeight,
    int patience,
    double validationShare,
    int validateEvery) {

  /** What the bundled models are trained with. */
  public static final LoopSettings USUAL = new LoopSettings(Schedule.ONE_CYCLE, 1, 0, 0.2, 20);

  /**
   * @throws IllegalArgumentException if a value is out of range
   */
  public LoopSettings {
    require(
        positiveWeight > 0 && Double.isFinite(positiveWeight),
        "positive weight must be above 0, not " + positiveWeight);
    require(patience >= 0, "patience must be at least 0, not " + patience);
    require(
        validationShare > 0 && validationShare < 1,
        "validation share must be between 0 and 1, not " + validationShare);
    require(validateEvery >= 1, "validations must be at least 1 step apart, not " + validateEvery);
  }

  /** Returns whether a training may stop before its last step. */
  public boolean stopsEarly() {
    return patience > 0;
  }

  /** Returns the command-line options that differ from the defaults. */
  public String asOptions() {
    StringBuilder options = new StringBuilder();
    if (schedule != USUAL.schedule) {
      options.append(" --schedule ").append(schedule);
    }
    if (positiveWeight != USUAL.positiveWeight) {
      options.append(" --positive-weight ").append(positiveWeight);
    }
    if (stopsEarly()) {
      options
          .append(" --patience ")
          .append(patience)
          .append(" --validation-share ")
          .append(validationShare)
          .append(" --validate-every ")
          .append(validateEvery);
    }
    return options.toString();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
