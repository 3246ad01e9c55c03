package space.maneuver.evaluation.metrics.windows;

import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import java.util.List;

/**
 * A satellite and its scored windows, all of one length.
 *
 * @param satellite the published burns
 * @param windows in any order
 */
public record WindowedSatellite(LabelledSatellite satellite, List<ScoredWindow> windows) {

  public WindowedSatellite {
    windows = List.copyOf(windows);
  }
}
