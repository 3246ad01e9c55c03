package space.maneuver.bench.load;

import java.util.List;

/**
 * What is sent.
 *
 * @param requests in turn
 * @param connections that are kept open; in open loop more are opened as needed
 * @param perSecond requests that are due in a second; 0 for a closed loop
 */
public record LoadPlan(List<LoadRequest> requests, int connections, double perSecond) {

  public LoadPlan {
    requests = List.copyOf(requests);
  }

  public static LoadPlan closed(List<LoadRequest> requests, int connections) {
    return new LoadPlan(requests, connections, 0);
  }

  boolean open() {
    return perSecond > 0;
  }
}
