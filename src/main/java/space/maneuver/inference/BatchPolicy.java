package space.maneuver.inference;

/**
 * The batching delay policy: how long windows wait for others to share their batch. Nothing waits
 * while most threads are idle.
 *
 * @param threads number of inference threads
 * @param delayNanos batching delay while threads are busy, nanoseconds
 */
record BatchPolicy(int threads, long delayNanos) {

  /**
   * Returns how much longer the windows of a shape should wait for others.
   *
   * @param running batches being run
   * @param now on the clock of the submissions
   * @return nanoseconds; 0 or less if they should be run now
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
