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
 * A request body that fails as soon as it exceeds its limit. The equivalent in Commons IO ends or
 * fails at its limit whether or not more data follow.
 */
final class BoundedBody extends InputStream {

  static final String AS_SENT = "as sent";

  private static final String DECOMPRESSED = "after decompression";
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
    return new BoundedBody(body, limit, AS_SENT);
  }

  /**
   * A gzip body, decompressed.
   *
   * @param limit bytes, both as sent and after decompression
   */
  static InputStream inflated(InputStream body, long limit) {
    return new BoundedBody(new Inflated(sent(body, limit)), limit, DECOMPRESSED);
  }

  static ProblemException tooLarge(long limit, String what) {
    String reason = "exceeds " + limit + " bytes " + what;
    return new ProblemException(
        Problem.BODY_TOO_LARGE,
        "The request body " + reason + ".",
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

  /** Starts to decompress at the first read, so that a body that is never read cannot fail. */
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
            e instanceof EOFException ? "unexpected end of data" : String.valueOf(e.getMessage()));
      } catch (StackOverflowError e) {
        // GZIPInputStream recurses on each empty member.
        throw malformed("too many empty members");
      }
    }

    private static ProblemException malformed(String reason) {
      return new ProblemException(
          Problem.MALFORMED_GZIP,
          "Content-Encoding is gzip, but the request body is not complete gzip data.",
          Fault.ofHeader(
              HttpHeaders.CONTENT_ENCODING, "gzip", "the body cannot be decompressed: " + reason));
    }

    /** What the compressed stream has: the inflater always claims to have data available. */
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
   * Lets {@link GZIPInputStream} read every member of the gzip data. By itself it takes data that
   * have not arrived yet, or a connection that fails between two members, for the end.
   */
  private static final class Members extends ProxyInputStream {

    private @Nullable IOException failure;

    Members(InputStream sent) {
      super(sent);
    }

    int arrived() throws IOException {
      return super.available();
    }

    /** Called at the end of each member, after which another one may follow. */
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
