package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of delta-v of events.
 *
 * @param from lower bound, inclusive, m/s; null for unpublished sizes
 * @param to upper bound, exclusive, m/s; null for none
 */
record DeltaVBin(@Nullable Double from, @Nullable Double to) {

  private static final double[] BOUNDS = {0, 0.001, 0.002, 0.005, 0.02, 0.1};

  /**
   * Returns the bins in ascending order, unpublished sizes last; together they cover every event.
   */
  static List<DeltaVBin> all() {
    List<DeltaVBin> bins = new ArrayList<>();
    for (int i = 0; i < BOUNDS.length; i++) {
      bins.add(new DeltaVBin(BOUNDS[i], i + 1 < BOUNDS.length ? BOUNDS[i + 1] : null));
    }
    bins.add(new DeltaVBin(null, null));
    return bins;
  }

  boolean holds(Event event) {
    double size = event.deltaV();
    return from == null ? Double.isNaN(size) : size >= from && (to == null || size < to);
  }
}
