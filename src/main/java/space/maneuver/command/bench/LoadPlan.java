package space.maneuver.command.bench;

import java.util.List;

/**
 * What is sent.
 *
 * @param requests in turn
 * @param connections that are kept open; in open loop more are opened as needed
 * @param perSecond requests that are due in a second; 0 for a closed loop
 */
record LoadPlan(List<LoadRequest> requests, int connections, double perSecond) {

  LoadPlan {
    requests = List.copyOf(requests);
  }

  static LoadPlan closed(List<LoadRequest> requests, int connections) {
    return new LoadPlan(requests, connections, 0);
  }

  boolean open() {
    return perSecond > 0;
  }
}
