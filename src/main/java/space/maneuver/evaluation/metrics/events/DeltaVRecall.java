package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many events of a size were found: nobody sees the smallest, whatever the detector.
 *
 * @param from least delta-v of the events, m/s; null for events of unpublished size
 * @param to delta-v below which they lie, m/s; null for no bound
 * @param events number of them inside the labelled spans
 * @param found number of those that were hit
 */
public record DeltaVRecall(@Nullable Double from, @Nullable Double to, int events, int found) {

  /**
   * Recall by size, in ascending order, unpublished sizes last; sizes without events are left out.
   * The size of an event is the sum over its burns.
   *
   * @param threshold least score of a detection that counts
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
