package space.maneuver.bench.load;

import java.util.List;

/**
 * The requests to send.
 *
 * @param requests requests, sent in turn
 * @param connections connections kept open; in an open loop more are opened as needed
 * @param perSecond requests due per second; 0 for a closed loop
 */
public record LoadPlan(List<LoadRequest> requests, int connections, double perSecond) {

  public LoadPlan {
    requests = List.copyOf(requests);
  }

  /** Returns the plan of a closed loop. */
  public static LoadPlan closed(List<LoadRequest> requests, int connections) {
    return new LoadPlan(requests, connections, 0);
  }

  boolean open() {
    return perSecond > 0;
  }
}
