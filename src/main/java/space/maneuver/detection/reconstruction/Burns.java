package space.maneuver.detection.reconstruction;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Times of the sure burns of an arc, days since 1970. The orbit between two of them is one orbit.
 */
record Burns(NavigableSet<Double> times) {

  static final Burns NONE = new Burns(new TreeSet<>());

  /** The last burn before a time; negative infinity if there is none. */
  double before(double time) {
    Double burn = times.lower(time);
    return burn == null ? Double.NEGATIVE_INFINITY : burn;
  }

  /** The first burn after a time; infinity if there is none. */
  double after(double time) {
    Double burn = times.higher(time);
    return burn == null ? Double.POSITIVE_INFINITY : burn;
  }

  /** These burns and another one, which may be one of them. */
  Burns with(BurnTime burn) {
    NavigableSet<Double> all = new TreeSet<>(times);
    all.add(burn.first());
    all.add(burn.last());
    return new Burns(all);
  }
}
