package space.maneuver.web.filter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Inflates a body; begins at the first read, so that an unread body cannot be at fault. */
final class GzipBody extends InputStream {

  private static final int BUFFER_BYTES = 16 * 1024;

  private final InputStream sent;
  private @Nullable InputStream inflated;

  GzipBody(InputStream sent) {
    this.sent = sent;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      InputStream in = inflated;
      if (in == null) {
        in = new GZIPInputStream(sent, BUFFER_BYTES);
        inflated = in;
      }
      return in.read(buffer, offset, length);
    } catch (ZipException | EOFException e) {
      throw new ProblemException(
          Problem.MALFORMED_GZIP,
          "The body is not whole gzip data, as its Content-Encoding says.",
          Fault.ofHeader(
              HttpHeaders.CONTENT_ENCODING, "gzip", "the body does not inflate: " + reason(e)));
    }
  }

  /**
   * Only what was sent tells whether reading has to wait; the inflater always claims to have some.
   */
  @Override
  public int available() throws IOException {
    return sent.available();
  }

  private static String reason(IOException e) {
    return e instanceof EOFException ? "it ends early" : String.valueOf(e.getMessage());
  }

  @Override
  public void close() throws IOException {
    sent.close();
  }
}
