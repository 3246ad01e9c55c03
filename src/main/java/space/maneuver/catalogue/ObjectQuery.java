package space.maneuver.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * Which objects to list, and in which order.
 *
 * @param text part of the name or of the designator, or the catalogue number; null: all
 * @param regimes empty: all
 * @param watchlist name of the watch list that they are on; null: all
 */
public record ObjectQuery(
    @Nullable String text, Set<OrbitRegime> regimes, @Nullable String watchlist, Order order) {

  public ObjectQuery {
    regimes = Set.copyOf(regimes);
  }

  /**
   * A page of a list of objects.
   *
   * @param next where the next page begins; null on the last page
   */
  public record Page(List<CatalogueObject> objects, @Nullable Position next) {}

  /**
   * A place in a list.
   *
   * @param key sort key of the object before it: a number, or a name in capital letters
   * @param noradId number of that object
   */
  public record Position(Object key, int noradId) {}

  /** The orders of a list; objects with equal keys are in the order of their numbers. */
  public enum Order {
    NORAD_ID("noradId", "norad_id", false),
    NAME("name", "sort_name", false),
    LAST_EPOCH("-lastEpoch", "last_epoch", true),
    LAST_MANEUVER("-lastManeuver", "coalesce(last_maneuver, -9223372036854775807)", true),
    PROBABILITY("-probability30Days", "coalesce(probability_30_days, -1)", true);

    private final String label;
    private final String key;
    private final boolean descending;

    Order(String label, String key, boolean descending) {
      this.label = label;
      this.key = key;
      this.descending = descending;
    }

    /** Name of the order; with a minus if it descends. */
    public String label() {
      return label;
    }

    /** The order of a name; null if there is none. */
    public static @Nullable Order of(String label) {
      return Arrays.stream(values())
          .filter(order -> order.label.equals(label))
          .findFirst()
          .orElse(null);
    }

    /** The expression that the rows are sorted by; an index has the same. */
    String key() {
      return key;
    }

    boolean isDescending() {
      return descending;
    }
  }
}
