package space.maneuver.web.filter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.ProxyInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/**
 * A body that fails as soon as it is longer than allowed. Commons IO has such a stream, but that
 * one ends at its limit, or fails there, whether or not anything follows.
 */
final class BoundedBody extends InputStream {

  private static final int BUFFER_BYTES = 16 * 1024;

  private final InputStream in;
  private final long limit;
  private final String what;
  private long count;

  private BoundedBody(InputStream in, long limit, String what) {
    this.in = in;
    this.limit = limit;
    this.what = what;
  }

  /**
   * The body as it was sent.
   *
   * @param limit bytes
   */
  static InputStream sent(InputStream body, long limit) {
    return new BoundedBody(body, limit, "sent");
  }

  /**
   * A body of gzip data, inflated.
   *
   * @param limit bytes, both as sent and inflated
   */
  static InputStream inflated(InputStream body, long limit) {
    return new BoundedBody(new Inflated(sent(body, limit)), limit, "inflated");
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
    return one(this);
  }

  private static int one(InputStream in) throws IOException {
    byte[] one = new byte[1];
    return in.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int number = in.read(buffer, offset, length);
    count += Math.max(0, number);
    if (count > limit) {
      throw tooLarge(limit, what);
    }
    return number;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Begins to inflate at the first read, so that a body that is not read cannot be at fault. */
  private static final class Inflated extends InputStream {

    private final Members members;
    private @Nullable InputStream inflated;

    Inflated(InputStream sent) {
      members = new Members(sent);
    }

    @Override
    public int read() throws IOException {
      return one(this);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        if (inflated == null) {
          inflated = new GZIPInputStream(members, BUFFER_BYTES);
        }
        int number = inflated.read(buffer, offset, length);
        if (number < 0 && members.failure != null) {
          throw members.failure;
        }
        return number;
      } catch (ZipException | EOFException e) {
        throw malformed(
            e instanceof EOFException ? "it ends early" : String.valueOf(e.getMessage()));
      } catch (StackOverflowError e) {
        // GZIPInputStream calls itself for each empty member.
        throw malformed("too many empty members");
      }
    }

    private static ProblemException malformed(String reason) {
      return new ProblemException(
          Problem.MALFORMED_GZIP,
          "The body is not whole gzip data, as its Content-Encoding says.",
          Fault.ofHeader(
              HttpHeaders.CONTENT_ENCODING, "gzip", "the body does not inflate: " + reason));
    }

    /**
     * Only what was sent shows whether reading has to wait; the inflater always claims to have
     * some.
     */
    @Override
    public int available() throws IOException {
      return members.arrived();
    }

    @Override
    public void close() throws IOException {
      members.close();
    }
  }

  /**
   * Lets {@link GZIPInputStream} read all members of gzip data. It takes what has not arrived yet,
   * and a connection that fails between two members, for the end.
   */
  private static final class Members extends ProxyInputStream {

    private @Nullable IOException failure;

    Members(InputStream sent) {
      super(sent);
    }

    int arrived() throws IOException {
      return super.available();
    }

    /** Asked at the end of each member: there may be more. */
    @Override
    public int available() {
      return 1;
    }

    @Override
    protected void handleIOException(IOException e) throws IOException {
      failure = e;
      throw e;
    }
  }
}
