package space.maneuver.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The windows that a thread runs next; reused for every batch of the thread. */
final class Batch {

  private final @Nullable Submission[] owners;
  private final int[] windows;
  private final List<ShapeQueue.Job> overdue = new ArrayList<>();
  private ShapeQueue.@Nullable Key key;
  private int size;
  private int room;

  Batch(int max) {
    owners = new Submission[max];
    windows = new int[max];
  }

  /**
   * Clears the batch for windows of another shape.
   *
   * @param max maximum number of windows
   */
  void clear(ShapeQueue.Key next, int max) {
    Arrays.fill(owners, 0, size, null);
    overdue.clear();
    size = 0;
    room = max;
    key = next;
  }

  void add(Submission owner, int window) {
    owners[size] = owner;
    windows[size++] = window;
  }

  void addOverdue(ShapeQueue.Job job) {
    overdue.add(job);
  }

  /** Returns the key of its shape. */
  ShapeQueue.Key key() {
    return Objects.requireNonNull(key);
  }

  /** Whether it holds background work; false if it is empty. */
  boolean background() {
    return size > 0 && owner(0).terms().background();
  }

  int size() {
    return size;
  }

  int room() {
    return room - size;
  }

  Submission owner(int row) {
    return Objects.requireNonNull(owners[row]);
  }

  int window(int row) {
    return windows[row];
  }

  /** Returns the jobs whose deadline passed before they could be run. */
  List<ShapeQueue.Job> overdue() {
    return overdue;
  }
}
