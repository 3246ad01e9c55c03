package space.maneuver.catalogue;

import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.format.PublishedElementSet;

/** What one batch changes about one object. */
final class ObjectChange {

  private final int noradId;
  private int added;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private @Nullable PublishedElementSet newest;

  ObjectChange(int noradId) {
    this.noradId = noradId;
  }

  /** Notes an element set of an epoch that had none. */
  void added(PublishedElementSet next) {
    added++;
    replaced(next);
  }

  /** Notes an element set that counts instead of another of its epoch. */
  void replaced(PublishedElementSet next) {
    long epoch = Micros.of(next.epoch());
    first = Math.min(first, epoch);
    if (epoch >= last) {
      last = epoch;
      newest = next;
    }
  }

  int noradId() {
    return noradId;
  }

  /** Number of epochs that had no element set. */
  int added() {
    return added;
  }

  /** Epoch of the first element set that changed. */
  long first() {
    return first;
  }

  /** Epoch of the last element set that changed. */
  long last() {
    return last;
  }

  /** The last element set that changed; null if all were duplicates. */
  @Nullable PublishedElementSet newest() {
    return newest;
  }
}
