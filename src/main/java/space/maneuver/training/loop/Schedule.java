package space.maneuver.training.loop;

import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;
import java.util.Locale;

/** How the learning rate changes over a training. */
public enum Schedule {
  /** Up to the highest rate in three tenths of the steps, then down to 0 (Smith and Topin 2018). */
  ONE_CYCLE,
  /** Down from the highest rate to 0 by half a cosine (Loshchilov and Hutter 2017). */
  COSINE,
  /** Always the highest. */
  CONSTANT;

  private static final double SHARE_OF_WARM_UP = 0.3;
  private static final float FIRST_OF_HIGHEST_RATE = 0.04f;

  /** Lower case with dashes, as on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Steps in which the rate rises. */
  public int warmUp(int steps) {
    return this == ONE_CYCLE ? (int) (steps * SHARE_OF_WARM_UP) : 0;
  }

  /** The rate by step, from 1 on. */
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
