package space.maneuver.catalogue.maneuvers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.Change.Type;
import space.maneuver.detection.reconstruction.Maneuver.Kind;

/**
 * Which changes to read.
 *
 * @param after number of the last change that is known
 * @param noradIds of these objects; of all if empty
 * @param watchlist of objects on the watch list of this name; null for all
 * @param kinds of maneuvers of these kinds
 * @param types of these types; of all if empty
 * @param minConfidence of maneuvers with at least this confidence; null for any
 * @param backfill whether changes of maneuvers that were old when they were first found are wanted
 * @param limit greatest number
 */
public record ChangeQuery(
    long after,
    Set<Integer> noradIds,
    @Nullable String watchlist,
    Set<Kind> kinds,
    Set<Type> types,
    @Nullable Double minConfidence,
    boolean backfill,
    int limit) {

  /** The same query from another change on. */
  public ChangeQuery after(long other) {
    return new ChangeQuery(
        other, noradIds, watchlist, kinds, types, minConfidence, backfill, limit);
  }

  /** The same query for a page of another size. */
  public ChangeQuery limitedTo(int other) {
    return new ChangeQuery(
        after, noradIds, watchlist, kinds, types, minConfidence, backfill, other);
  }

  /**
   * Changes in the order of their numbers.
   *
   * @param last up to where they were looked for; where to go on
   */
  public record Page(List<Change> changes, long last) {}

  /** Thrown when changes after a number are no longer kept. */
  public static final class ChangesGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long oldest;

    /**
     * @param oldest the least number after which all changes are kept
     */
    public ChangesGoneException(long after, long oldest) {
      super("the changes after " + after + " are no longer kept, only those after " + oldest);
      this.oldest = oldest;
    }

    /** The least number after which all changes are kept. */
    public long oldest() {
      return oldest;
    }
  }

  /** Thrown when there is no change of a number yet. */
  public static final class UnknownSequenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long newest;

    public UnknownSequenceException(long after, long newest) {
      super("there is no change " + after + ": the newest is " + newest);
      this.newest = newest;
    }

    /** Number of the newest change; 0 if there is none. */
    public long newest() {
      return newest;
    }
  }
}
