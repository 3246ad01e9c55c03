package space.maneuver.detection;

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

  Batch(int most) {
    owners = new Submission[most];
    windows = new int[most];
  }

  void clear(Lane next) {
    Arrays.fill(owners, 0, size, null);
    overdue.clear();
    size = 0;
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
    return windows.length - size;
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
