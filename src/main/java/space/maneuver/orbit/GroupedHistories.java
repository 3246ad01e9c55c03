package space.maneuver.orbit;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import space.maneuver.orbit.ElementSetStore.TooManyElementSetsException;

/**
 * Hands on a history whenever the next object begins, so that no more than one object is held, of
 * input in which the element sets of an object follow one another.
 */
public final class GroupedHistories {

  private final int limit;
  private final Consumer<History> next;
  private final List<ElementSet> open = new ArrayList<>();
  private final Set<Integer> begun = new HashSet<>();

  /**
   * @param limit most element sets of one object
   * @param next takes the histories
   */
  public GroupedHistories(int limit, Consumer<History> next) {
    this.limit = limit;
    this.next = next;
  }

  /**
   * Takes one more.
   *
   * @throws UncheckedIOException of an {@link UnreadableInputException}, which ends the reading,
   *     when its object's history has been handed on: that one was not whole
   * @throws TooManyElementSetsException beyond the limit
   */
  public void add(ElementSet elements) {
    int noradId = elements.noradId();
    if (open.isEmpty() || open.get(0).noradId() != noradId) {
      finish();
      if (!begun.add(noradId)) {
        throw new UncheckedIOException(
            new UnreadableInputException(
                "object " + noradId + " comes again behind others: not grouped by object"));
      }
    }
    if (open.size() == limit) {
      throw new TooManyElementSetsException(limit);
    }
    open.add(elements);
  }

  /** Hands on the last history. */
  public void finish() {
    if (!open.isEmpty()) {
      History history = History.of(open);
      open.clear();
      next.accept(history);
    }
  }
}
