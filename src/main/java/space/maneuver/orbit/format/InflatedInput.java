package space.maneuver.orbit.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.UnreadableInputException;

/**
 * Decompresses gzip data, up to a limit. Repeats a failure on every later read, so that a reader
 * can use the data before it first. Never closes the underlying stream.
 */
final class InflatedInput extends InputStream {

  private static final int MAGIC_BYTES = 2;
  private static final int MAGIC = 0x1f8b;
  private static final int BUFFER_BYTES = 16 * 1024;

  private final InputStream compressed;
  private final long limit;
  private @Nullable InputStream inflated;
  private @Nullable IOException failure;
  private long inflatedBytes;

  private InflatedInput(InputStream compressed, long limit) {
    this.compressed = compressed;
    this.limit = limit;
  }

  /**
   * Returns the same data, decompressed if they start with a gzip header.
   *
   * @param limit greatest decompressed size, bytes
   */
  static InputStream of(InputStream in, long limit) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(in, MAGIC_BYTES);
    byte[] magic = whole.readNBytes(MAGIC_BYTES);
    whole.unread(magic);
    return magic.length == MAGIC_BYTES && ((magic[0] & 0xff) << 8 | magic[1] & 0xff) == MAGIC
        ? new InflatedInput(new Waiting(whole), limit)
        : new Open(whole);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      int read = inflated().read(buffer, offset, length);
      inflatedBytes += Math.max(0, read);
      if (inflatedBytes > limit) {
        throw new UnreadableInputException("inflates to more than " + limit + " bytes");
      }
      return read;
    } catch (ZipException | EOFException e) {
      failure = new UnreadableInputException("the gzip data are corrupt: " + reason(e), e);
      throw failure;
    } catch (StackOverflowError e) {
      // GZIPInputStream recurses for each empty member.
      failure = new UnreadableInputException("the gzip data are corrupt: too many empty members");
      throw failure;
    } catch (UnreadableInputException e) {
      failure = e;
      throw e;
    }
  }

  private InputStream inflated() throws IOException {
    if (inflated == null) {
      inflated = new GZIPInputStream(compressed, BUFFER_BYTES);
    }
    return inflated;
  }

  private static String reason(IOException e) {
    return e instanceof EOFException ? "unexpected end of data" : String.valueOf(e.getMessage());
  }

  /** Leaves closing to the caller. */
  private static final class Open extends FilterInputStream {

    Open(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  /**
   * Reports data as available until the end of the stream. {@link GZIPInputStream} takes a stream
   * without available data as ended, and would ignore gzip members after the first.
   */
  private static final class Waiting extends FilterInputStream {

    private final PushbackInputStream whole;

    Waiting(PushbackInputStream whole) {
      super(whole);
      this.whole = whole;
    }

    @Override
    public int available() throws IOException {
      int next = whole.read();
      if (next < 0) {
        return 0;
      }
      whole.unread(next);
      return 1;
    }
  }
}
