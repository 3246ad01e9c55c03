package space.maneuver.orbit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The element sets of one object in order of epoch, one per epoch; nothing is interpolated.
 *
 * @param elements ascending in epoch, at least one
 */
public record History(List<ElementSet> elements) {

  private static final Comparator<ElementSet> ORDER =
      Comparator.comparingLong(ElementSet::epochTicks).thenComparingInt(ElementSet::elementNumber);

  public History {
    elements = List.copyOf(elements);
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("a history needs at least one element set");
    }
  }

  /**
   * Sorts the element sets of one object and keeps one per epoch: among several for the same epoch
   * the one with the highest element number, then the last in the input.
   */
  public static History of(Collection<ElementSet> unordered) {
    List<ElementSet> sorted = new ArrayList<>(unordered);
    sorted.sort(ORDER);
    List<ElementSet> kept = new ArrayList<>(sorted.size());
    for (ElementSet next : sorted) {
      if (!kept.isEmpty() && kept.get(kept.size() - 1).epochTicks() == next.epochTicks()) {
        kept.set(kept.size() - 1, next);
      } else {
        kept.add(next);
      }
    }
    return new History(kept);
  }

  /**
   * Splits the history at long gaps.
   *
   * @param longestGap longest gap within an arc, d
   * @return at least one arc, in order of time
   */
  public List<History> arcs(double longestGap) {
    List<History> arcs = new ArrayList<>();
    int from = 0;
    for (int k = 1; k <= elements.size(); k++) {
      if (k == elements.size()
          || elements.get(k).epochDays() - elements.get(k - 1).epochDays() > longestGap) {
        arcs.add(new History(elements.subList(from, k)));
        from = k;
      }
    }
    return arcs;
  }

  public int size() {
    return elements.size();
  }

  public ElementSet first() {
    return elements.get(0);
  }

  public ElementSet last() {
    return elements.get(elements.size() - 1);
  }

  public int noradId() {
    return last().noradId();
  }

  /** The most recent name in the source. */
  public @Nullable String name() {
    for (int i = elements.size() - 1; i >= 0; i--) {
      String name = elements.get(i).name();
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /** Regime of the newest element set. */
  public OrbitRegime regime() {
    return OrbitRegime.of(last());
  }
}
