package space.maneuver.catalogue.maneuvers;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.orbit.OrbitRegime;

/**
 * Which maneuvers to list, and in which order.
 *
 * @param noradIds of these objects; of all if empty
 * @param regimes of objects in these regimes; in all if empty
 * @param watchlist of objects on the watch list of this name; null for all
 * @param kinds of these kinds
 * @param statuses with one of these
 * @param minConfidence lowest confidence; null for any
 * @param from earliest epoch; null for any
 * @param to first epoch that is not included; null for none
 * @param updatedSince earliest time of the latest revision; null for any
 * @param limit greatest number
 * @param after the place in the order after which to begin; null for the beginning
 */
public record ManeuverQuery(
    Set<Integer> noradIds,
    Set<OrbitRegime> regimes,
    @Nullable String watchlist,
    Set<Kind> kinds,
    Set<KeptStatus> statuses,
    @Nullable Double minConfidence,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant updatedSince,
    Order order,
    int limit,
    @Nullable Place after) {

  public ManeuverQuery {
    noradIds = Set.copyOf(noradIds);
    regimes = Set.copyOf(regimes);
    kinds = Set.copyOf(kinds);
    statuses = Set.copyOf(statuses);
    Objects.requireNonNull(order);
  }

  /** The order of a list; among equals, by id. */
  public enum Order {
    NEWEST_EPOCH("-epoch"),
    OLDEST_EPOCH("epoch"),
    LATEST_UPDATE("-updatedAt"),
    /** By object, ascending in its number; those of an object as they were first reported. */
    OBJECT("noradId");

    private final String label;

    Order(String label) {
      this.label = label;
    }

    /** Name of the order; with a minus if it descends. */
    public String label() {
      return label;
    }
  }

  /**
   * A place in the order of a list.
   *
   * @param key epoch, or time of the update, microseconds since 1970; or number of the object
   * @param id of the maneuver there
   */
  public record Place(long key, long id) {}

  /**
   * A page of a list.
   *
   * @param next where the next page begins; null on the last page
   */
  public record Page(List<ListedManeuver> maneuvers, @Nullable Place next) {}

  /** The same query for a page of another size. */
  public ManeuverQuery limitedTo(int other) {
    return new ManeuverQuery(
        noradIds,
        regimes,
        watchlist,
        kinds,
        statuses,
        minConfidence,
        from,
        to,
        updatedSince,
        order,
        other,
        after);
  }

  /** The same query in another order, from its beginning. */
  public ManeuverQuery orderedBy(Order other) {
    return new ManeuverQuery(
        noradIds,
        regimes,
        watchlist,
        kinds,
        statuses,
        minConfidence,
        from,
        to,
        updatedSince,
        other,
        limit,
        null);
  }

  /** The same query from another place on. */
  public ManeuverQuery from(@Nullable Place place) {
    return new ManeuverQuery(
        noradIds,
        regimes,
        watchlist,
        kinds,
        statuses,
        minConfidence,
        from,
        to,
        updatedSince,
        order,
        limit,
        place);
  }
}
