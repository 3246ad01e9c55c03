package space.maneuver.inference;

/**
 * The batching delay policy: how long windows wait for others that they can be run with. Nothing
 * waits for others while most threads have no work.
 *
 * @param threads that run networks
 * @param delayNanos how long a window may wait for others while threads are busy
 */
record BatchPolicy(int threads, long delayNanos) {

  /**
   * How long the windows of a shape should still wait for others.
   *
   * @param running batches that are being run
   * @param now on the clock of the submissions
   * @return nanoseconds; 0 or less when they should be run now
   */
  long nanosUntilDue(ShapeQueue shape, int running, long now) {
    if (2 * running < threads || shape.full()) {
      return 0;
    }
    long delayed = delayNanos - shape.longestWait(now);
    long lastChance = shape.leastTimeLeft(now) - delayNanos;
    return Math.min(delayed, lastChance);
  }
}
