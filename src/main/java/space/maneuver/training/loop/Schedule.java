package space.maneuver.training.loop;

import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;
import java.util.Locale;

/** Learning rate schedules. */
public enum Schedule {
  /** Rises to the peak over three tenths of the steps, then falls to 0 (Smith and Topin 2018). */
  ONE_CYCLE,
  /** Falls from the peak to 0 along half a cosine (Loshchilov and Hutter 2017). */
  COSINE,
  /** Stays at the peak. */
  CONSTANT;

  private static final double SHARE_OF_WARM_UP = 0.3;
  private static final float FIRST_OF_HIGHEST_RATE = 0.04f;

  /** Returns the name in lower case with dashes, as on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the number of steps over which the rate rises. */
  public int warmUp(int steps) {
    return this == ONE_CYCLE ? (int) (steps * SHARE_OF_WARM_UP) : 0;
  }

  /** Returns the learning rate by step, from 1. */
  public Tracker rate(float highest, int steps) {
    if (this == CONSTANT) {
      return Tracker.fixed(highest);
    }
    int warmUp = warmUp(steps);
    Tracker fall =
        Tracker.cosine()
            .setBaseValue(highest)
            .optFinalValue(0)
            .setMaxUpdates(steps - warmUp)
            .build();
    return this == COSINE
        ? fall
        : WarmUpTracker.builder()
            .optWarmUpSteps(warmUp)
            .optWarmUpBeginValue(highest * FIRST_OF_HIGHEST_RATE)
            .optWarmUpMode(WarmUpTracker.Mode.LINEAR)
            .setMainTracker(fall)
            .build();
  }
}
