package space.maneuver.evaluation.metrics.windows;

import java.util.List;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;

/**
 * A satellite and its scored windows, all of one length.
 *
 * @param satellite the satellite with its published burns
 * @param windows windows in any order
 */
public record WindowedSatellite(LabelledSatellite satellite, List<ScoredWindow> windows) {

  public WindowedSatellite {
    windows = List.copyOf(windows);
  }
}
