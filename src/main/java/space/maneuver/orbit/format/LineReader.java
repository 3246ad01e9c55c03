package space.maneuver.orbit.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import space.maneuver.orbit.format.Rejection.FieldFault;

/** Splits a stream into lines and holds at most {@link #LONGEST} bytes of a line. */
final class LineReader {

  /** Bytes of a line that are kept; the rest is skipped. */
  static final int LONGEST = 4096;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] line = new byte[LONGEST];
  private int position;
  private int filled;
  private int length;
  private boolean overlong;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; returns false at the end of the stream. */
  boolean next() throws IOException {
    if (!fill()) {
      return false;
    }
    length = 0;
    overlong = false;
    number++;
    boolean ended = false;
    while (!ended && fill()) {
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      append(end - position);
      ended = end < filled;
      position = ended ? end + 1 : end;
    }
    return true;
  }

  /** Number of the line, from 1. */
  long number() {
    return number;
  }

  /** Whether the line was longer than {@link #LONGEST} bytes; then {@link #text()} is its start. */
  boolean overlong() {
    return overlong;
  }

  /** Refuses a line that was truncated. */
  void checkLength() throws FieldFault {
    if (overlong) {
      throw new FieldFault("length", text(), "longer than " + LONGEST + " bytes");
    }
  }

  /** The line without its terminator and trailing blanks. */
  String text() {
    return new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
  }

  private void append(int bytes) {
    int kept = Math.min(bytes, LONGEST - length);
    System.arraycopy(buffer, position, line, length, kept);
    length += kept;
    overlong |= kept < bytes;
  }

  private boolean fill() throws IOException {
    if (position < filled) {
      return true;
    }
    position = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }
}
