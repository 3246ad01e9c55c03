package space.maneuver.orbit;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import space.maneuver.orbit.ElementSetStore.TooManyElementSetsException;

/**
 * Builds histories from input grouped by object, in constant memory: a history is passed on as soon
 * as the next object starts.
 */
public final class GroupedHistories {

  private final int limit;
  private final Consumer<History> next;
  private final List<ElementSet> open = new ArrayList<>();
  private final Set<Integer> begun = new HashSet<>();

  /**
   * @param limit greatest number of element sets of one object
   * @param next receives the histories
   */
  public GroupedHistories(int limit, Consumer<History> next) {
    this.limit = limit;
    this.next = next;
  }

  /**
   * Adds an element set.
   *
   * @throws UncheckedIOException with an {@link UnreadableInputException} if the object's history
   *     was passed on before, incomplete
   * @throws TooManyElementSetsException if the limit is exceeded
   */
  public void add(ElementSet elements) {
    int noradId = elements.noradId();
    if (open.isEmpty() || open.get(0).noradId() != noradId) {
      finish();
      if (!begun.add(noradId)) {
        throw new UncheckedIOException(
            new UnreadableInputException(
                "object "
                    + noradId
                    + " reappears after other objects; input must be grouped by object"));
      }
    }
    if (open.size() == limit) {
      throw new TooManyElementSetsException(limit);
    }
    open.add(elements);
  }

  /** Passes on the last history. */
  public void finish() {
    if (!open.isEmpty()) {
      History history = History.of(open);
      open.clear();
      next.accept(history);
    }
  }
}
