package space.maneuver.bench.load;

import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts of the replies over some time. Written by one thread and read once that has finished. */
public final class LoadTally {

  private static final int DIGITS = 3;
  private static final int GOOD = 200;

  /** Latency of correctly answered requests, from due time to the end of the reply, ns. */
  public final Histogram answered = new Histogram(DIGITS);

  /** Latency of refused requests, ns. */
  public final Histogram refused = new Histogram(DIGITS);

  /** Number of replies by status. */
  public final TreeMap<Integer, Long> statuses = new TreeMap<>();

  /** Windows or element sets in the correctly answered requests. */
  public long work;

  /** Number of wrong answers. */
  public long wrong;

  /** Number of replies cut short. */
  public long cut;

  /** Number of requests without a reply, sent before the mark if there is one. */
  public long unanswered;

  /** Number of requests without a reply, sent after the mark. */
  public long unansweredAfterMark;

  /** Number of connections that could not be opened. */
  public long unconnected;

  void reply(int status, long nanos, LoadRequest request, byte[] body) {
    statuses.merge(status, 1L, Long::sum);
    if (status != GOOD) {
      refused.recordValue(nanos);
    } else if (request.check().right(body)) {
      answered.recordValue(nanos);
      work += request.work();
    } else {
      wrong++;
    }
  }

  /** Adds another tally. */
  public void add(LoadTally other) {
    answered.add(other.answered);
    refused.add(other.refused);
    other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
    work += other.work;
    wrong += other.wrong;
    cut += other.cut;
    unanswered += other.unanswered;
    unansweredAfterMark += other.unansweredAfterMark;
    unconnected += other.unconnected;
  }

  long replies() {
    return statuses.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the number of replies with a status other than 200, 429 and 503. */
  public long errors() {
    return statuses.entrySet().stream()
        .filter(each -> each.getKey() != GOOD && each.getKey() != 429 && each.getKey() != 503)
        .mapToLong(each -> each.getValue())
        .sum();
  }

  @Override
  public String toString() {
    return "replies by status "
        + statuses
        + ", wrong answers "
        + wrong
        + ", replies cut short "
        + cut
        + ", requests without a reply "
        + unanswered;
  }
}
