package space.maneuver.orbit;

import static space.maneuver.orbit.PackedElements.first;
import static space.maneuver.orbit.PackedElements.pair;
import static space.maneuver.orbit.PackedElements.second;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Element sets of many objects, in any order, and the histories that they make. Takes 96 bytes for
 * an element set, 8 more while histories are made, and its name, designator and class where they
 * are others than of the element set before.
 */
public final class ElementSetStore {

  /** As many as are taken where nothing else is said. */
  public static final int USUAL_LIMIT = 1_000_000;

  private final int limit;
  private final PackedElements elements = new PackedElements();

  /**
   * @param limit most element sets that are taken, at least 1
   */
  public ElementSetStore(int limit) {
    this.limit = limit;
  }

  /**
   * Takes one more.
   *
   * @throws TooManyElementSetsException beyond the limit
   */
  public void add(ElementSet next) {
    if (elements.size() == limit) {
      throw new TooManyElementSetsException(limit);
    }
    elements.add(next);
  }

  public int size() {
    return elements.size();
  }

  /**
   * The histories of all that was taken, one per object, in the order in which the objects first
   * appeared. Each is made anew whenever it is asked for, and not held.
   */
  public List<History> histories() {
    long[] byObject = new long[elements.size()];
    for (int i = 0; i < byObject.length; i++) {
      byObject[i] = pair(elements.noradId(i), i);
    }
    Arrays.sort(byObject);
    long[] starts =
        IntStream.range(0, byObject.length)
            .filter(k -> k == 0 || first(byObject[k]) != first(byObject[k - 1]))
            .mapToLong(k -> pair(second(byObject[k]), k))
            .sorted()
            .toArray();
    return new Histories(byObject, starts);
  }

  /** Makes histories when they are asked for. */
  private final class Histories extends AbstractList<History> {

    private final long[] byObject;
    private final long[] starts;

    /**
     * @param byObject number and index of the element sets, in this order
     * @param starts of the objects: index of the first element set, and its place in the above
     */
    Histories(long[] byObject, long[] starts) {
      this.byObject = byObject;
      this.starts = starts;
    }

    @Override
    public int size() {
      return starts.length;
    }

    @Override
    public History get(int index) {
      int place = second(starts[index]);
      int noradId = first(byObject[place]);
      List<ElementSet> all = new ArrayList<>();
      while (place < byObject.length && first(byObject[place]) == noradId) {
        all.add(elements.get(second(byObject[place])));
        place++;
      }
      return History.of(all);
    }
  }
}
