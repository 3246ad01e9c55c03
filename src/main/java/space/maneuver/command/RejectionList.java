package space.maneuver.command;

import java.io.PrintWriter;
import java.util.List;
import space.maneuver.orbit.Rejection;

/** Prints which records were not usable, the first ones in full. */
final class RejectionList {

  private static final int SHOWN = 10;

  private RejectionList() {}

  static void print(List<Rejection> rejected, PrintWriter err) {
    for (Rejection each : rejected.subList(0, Math.min(SHOWN, rejected.size()))) {
      err.println("rejected: " + each.message());
    }
    if (rejected.size() > SHOWN) {
      err.printf("rejected: %d more%n", rejected.size() - SHOWN);
    }
    err.flush();
  }
}
