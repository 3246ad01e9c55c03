package space.maneuver.training.loop;

/**
 * What a training does besides its steps.
 *
 * @param schedule of the learning rate
 * @param positiveWeight what a burn counts in the loss, where anything else counts 1; above 0
 * @param patience validations without a better loss after which a training ends; 0 trains to the
 *     end, with every satellite, and keeps the last weights
 * @param validationShare of the satellites to train on that are left out to validate; above 0,
 *     below 1
 * @param validateEvery steps from one validation to the next; at least 1
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
   * @throws IllegalArgumentException when a number is out of its range
   */
  public LoopSettings {
    require(
        positiveWeight > 0 && Double.isFinite(positiveWeight),
        "positive weight must be above 0: " + positiveWeight);
    require(patience >= 0, "patience must be at least 0: " + patience);
    require(
        validationShare > 0 && validationShare < 1,
        "validation share must lie between 0 and 1: " + validationShare);
    require(validateEvery >= 1, "validations must be at least 1 step apart: " + validateEvery);
  }

  public boolean stopsEarly() {
    return patience > 0;
  }

  /** The options of the command line that differ from the usual ones. */
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
