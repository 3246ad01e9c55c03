package space.maneuver.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of objects.
 *
 * @param next where the next page begins; null on the last page
 */
public record ObjectPage(List<CatalogueObject> objects, @Nullable Position next) {

  /**
   * A place in a list.
   *
   * @param key sort key of the object before it: a number, or a name in capital letters
   * @param noradId number of that object
   */
  public record Position(Object key, int noradId) {}
}
