package space.maneuver.web.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Splits a body of any length into lines of bounded length. */
public final class NdjsonLines {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final long maxBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();

  private int position;
  private int end;
  // There is no newline between position and this one.
  private int searched;
  private long number;
  private boolean overlong;
  private boolean blank;
  private byte[] text = buffer;
  private int offset;
  private int length;

  /**
   * Starts to split a body.
   *
   * @param maxBytes maximum length of a line; longer ones are skipped
   */
  public NdjsonLines(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Moves to the next line; false at the end of the body. */
  public boolean next() throws IOException {
    pieces.reset();
    overlong = false;
    blank = true;
    boolean any = false;
    while (position < end || fill()) {
      any = true;
      int stop = newline();
      boolean whole = stop < end;
      keep(stop, whole);
      position = whole ? stop + 1 : stop;
      searched = position;
      if (whole) {
        break;
      }
    }
    if (any) {
      number++;
    }
    if (pieces.size() > 0) {
      text = pieces.toByteArray();
      offset = 0;
      length = text.length;
    }
    return any;
  }

  /** Whether the next line has arrived completely, so that reading it does not block. */
  public boolean ready() throws IOException {
    int newline = newline();
    while (newline == end && end - position < buffer.length && in.available() > 0) {
      System.arraycopy(buffer, position, buffer, 0, end - position);
      end -= position;
      searched -= position;
      position = 0;
      int more = in.read(buffer, end, buffer.length - end);
      if (more < 0) {
        return false;
      }
      end += more;
      newline = newline();
    }
    return newline < end;
  }

  /** 1-based. */
  public long number() {
    return number;
  }

  public boolean overlong() {
    return overlong;
  }

  /** Whether the line is blank. */
  public boolean blank() {
    return blank;
  }

  /**
   * Returns the bytes that contain the line, valid until the next call of {@link #next()} or {@link
   * #ready()}.
   */
  public byte[] text() {
    return text;
  }

  public int offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  private void keep(int stop, boolean last) {
    for (int i = position; blank && i < stop; i++) {
      blank = buffer[i] == ' ' || buffer[i] == '\t' || buffer[i] == '\r';
    }
    if (overlong || pieces.size() + (stop - position) > maxBytes) {
      overlong = true;
      pieces.reset();
    } else if (last && pieces.size() == 0) {
      text = buffer;
      offset = position;
      length = stop - position;
    } else {
      pieces.write(buffer, position, stop - position);
    }
  }

  private int newline() {
    int stop = Math.max(searched, position);
    while (stop < end && buffer[stop] != '\n') {
      stop++;
    }
    searched = stop;
    return stop;
  }

  private boolean fill() throws IOException {
    position = 0;
    searched = 0;
    end = Math.max(in.read(buffer, 0, buffer.length), 0);
    return end > 0;
  }
}
