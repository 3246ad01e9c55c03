package space.maneuver.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The windows that a thread runs next; filled again and again. */
final class Batch {

  private final @Nullable Submission[] owners;
  private final int[] windows;
  private final List<Job> overdue = new ArrayList<>();
  private @Nullable Lane lane;
  private int size;
  private int room;

  Batch(int most) {
    owners = new Submission[most];
    windows = new int[most];
  }

  /**
   * Empties it for windows of a lane.
   *
   * @param most of them
   */
  void clear(Lane next, int most) {
    Arrays.fill(owners, 0, size, null);
    overdue.clear();
    size = 0;
    room = most;
    lane = next;
  }

  void add(Submission owner, int window) {
    owners[size] = owner;
    windows[size++] = window;
  }

  void addOverdue(Job job) {
    overdue.add(job);
  }

  Lane lane() {
    return Objects.requireNonNull(lane);
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

  /** Whose time was over before their turn came. */
  List<Job> overdue() {
    return overdue;
  }
}
