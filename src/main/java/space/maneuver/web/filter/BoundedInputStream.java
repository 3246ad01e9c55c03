package space.maneuver.web.filter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Gives up on a body as soon as it is longer than allowed. */
final class BoundedInputStream extends FilterInputStream {

  private final long limit;
  private final String what;
  private long read;

  /**
   * @param limit bytes
   * @param what names the bytes counted: "sent" or "inflated"
   */
  BoundedInputStream(InputStream in, long limit, String what) {
    super(in);
    this.limit = limit;
    this.what = what;
  }

  static ProblemException tooLarge(long limit, String what) {
    String reason = "more than " + limit + " bytes " + what;
    return new ProblemException(
        Problem.BODY_TOO_LARGE,
        "The body has " + reason + ".",
        Fault.ofBody("body", null, "body", reason));
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      count(1);
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int number = super.read(buffer, offset, length);
    if (number > 0) {
      count(number);
    }
    return number;
  }

  @Override
  public long skip(long number) throws IOException {
    long skipped = super.skip(number);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long number) {
    read += number;
    if (read > limit) {
      throw tooLarge(limit, what);
    }
  }
}
