package space.maneuver.command.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import space.maneuver.orbit.format.Rejection;

/** Prints the first rejected records and counts the others. */
public final class RejectionList {

  private static final int SHOWN = 10;
  private static final int KEPT = 1000;

  private final PrintWriter err;
  private final List<Rejection> first = new ArrayList<>();
  private long count;

  public RejectionList(PrintWriter err) {
    this.err = err;
  }

  public void add(Rejection rejection) {
    count++;
    if (count <= SHOWN) {
      err.println("rejected: " + rejection.message());
    }
    if (count <= KEPT) {
      first.add(rejection);
    }
  }

  /** Prints how many rejections were not printed. */
  public void end() {
    if (count > SHOWN) {
      err.printf("rejected: %d more%n", count - SHOWN);
    }
    err.flush();
  }

  /** Returns the first rejections, at most 1,000. */
  public List<Rejection> first() {
    return Collections.unmodifiableList(first);
  }

  public long count() {
    return count;
  }
}
