package space.maneuver.inference;

import java.time.Duration;

/** Counts the sessions that are open, so that the service can stop when there is none. */
final class OpenSessions {

  private int count;
  private boolean closed;

  synchronized void enter() {
    if (closed) {
      throw new ShuttingDownException();
    }
    count++;
  }

  synchronized void leave() {
    count--;
    notifyAll();
  }

  /**
   * Lets none be opened any more, and waits for those that are.
   *
   * @return how many are left
   */
  synchronized int close(Duration grace) throws InterruptedException {
    closed = true;
    long end = System.nanoTime() + grace.toNanos();
    while (count > 0 && end - System.nanoTime() > 0) {
      wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    return count;
  }
}
