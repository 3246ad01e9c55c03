package space.maneuver.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import space.maneuver.orbit.format.Rejection;

/** Prints which records were not usable, the first ones in full. */
final class RejectionList {

  private static final int SHOWN = 10;
  private static final int KEPT = 1000;

  private final PrintWriter err;
  private final List<Rejection> first = new ArrayList<>();
  private long count;

  RejectionList(PrintWriter err) {
    this.err = err;
  }

  void add(Rejection rejection) {
    count++;
    if (count <= SHOWN) {
      err.println("rejected: " + rejection.message());
    }
    if (count <= KEPT) {
      first.add(rejection);
    }
  }

  /** Says how many were not printed. */
  void end() {
    if (count > SHOWN) {
      err.printf("rejected: %d more%n", count - SHOWN);
    }
    err.flush();
  }

  /** The first 1,000 at most. */
  List<Rejection> first() {
    return Collections.unmodifiableList(first);
  }

  long count() {
    return count;
  }
}
