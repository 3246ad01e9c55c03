package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of events of a size that were found; no detector sees the smallest.
 *
 * @param from lower bound of delta-v, inclusive, m/s; null for events of unpublished size
 * @param to upper bound of delta-v, exclusive, m/s; null for none
 * @param events number of events inside the labelled spans
 * @param found number of events that were hit
 */
public record DeltaVRecall(@Nullable Double from, @Nullable Double to, int events, int found) {

  /**
   * Computes recall by size, in ascending order, unpublished sizes last; sizes without events are
   * left out. The size of an event is the sum over its burns.
   *
   * @param threshold lowest score of a detection that counts
   */
  public static List<DeltaVRecall> of(
      List<DetectedSatellite> satellites, MatchMode mode, double threshold) {
    List<Event> events = new ArrayList<>();
    List<Event> found = new ArrayList<>();
    for (DetectedSatellite satellite : satellites) {
      events.addAll(new EventTruth(satellite.satellite()).counted());
      satellite.hits(mode, threshold).map(Outcome::found).forEach(found::add);
    }
    return DeltaVBin.all().stream()
        .map(bin -> new DeltaVRecall(bin.from(), bin.to(), count(events, bin), count(found, bin)))
        .filter(recall -> recall.events() > 0)
        .toList();
  }

  private static int count(List<Event> events, DeltaVBin bin) {
    return (int) events.stream().filter(bin::holds).count();
  }
}
