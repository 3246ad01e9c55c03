package space.maneuver.bench.load;

import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What came of the requests of a while. Written by one thread, read when that is done. */
public final class LoadTally {

  private static final int DIGITS = 3;
  private static final int GOOD = 200;

  /** From when a request was due to the end of its reply, ns; of those that were answered. */
  public final Histogram answered = new Histogram(DIGITS);

  /** The same of those that were refused. */
  public final Histogram refused = new Histogram(DIGITS);

  /** How many replies there were of each status. */
  public final TreeMap<Integer, Long> statuses = new TreeMap<>();

  /** Windows or element sets of the requests that were answered. */
  public long work;

  /** Answers that were not the right ones. */
  public long wrong;

  /** Replies that ended half way. */
  public long cut;

  /** Requests sent before the mark, if there is one, on connections closed without a reply. */
  public long unanswered;

  /** The same of requests sent after the mark. */
  public long unansweredAfterMark;

  /** Connections that could not be opened. */
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

  /** Replies of another status than 200, 429 and 503. */
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
        + ", replies cut "
        + cut
        + ", requests without a reply "
        + unanswered;
  }
}
