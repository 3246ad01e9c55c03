package space.maneuver.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Splits a body without end into lines of bounded length. */
final class NdjsonLines {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final long mostBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private int position;
  private int end;
  private long number;
  private boolean overlong;
  private boolean blank;

  /**
   * @param mostBytes of a line that is kept; longer ones are passed over
   */
  NdjsonLines(InputStream in, long mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** Moves to the next line; false at the end of the body. */
  boolean next() throws IOException {
    line.reset();
    overlong = false;
    blank = true;
    boolean any = false;
    while (position < end || fill()) {
      any = true;
      int stop = newline();
      keep(stop);
      position = stop;
      if (stop < end) {
        position++;
        break;
      }
    }
    if (any) {
      number++;
    }
    return any;
  }

  /** Whether the next line is here whole, so that reading it cannot wait for the caller. */
  boolean ready() throws IOException {
    int newline = newline();
    while (newline == end && end - position < buffer.length && in.available() > 0) {
      System.arraycopy(buffer, position, buffer, 0, end - position);
      end -= position;
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
  long number() {
    return number;
  }

  boolean overlong() {
    return overlong;
  }

  /** Whether the line has nothing but white space. */
  boolean blank() {
    return blank;
  }

  byte[] bytes() {
    return line.toByteArray();
  }

  private void keep(int stop) {
    for (int i = position; blank && i < stop; i++) {
      blank = buffer[i] == ' ' || buffer[i] == '\t' || buffer[i] == '\r';
    }
    if (overlong || line.size() + (stop - position) > mostBytes) {
      overlong = true;
      line.reset();
    } else {
      line.write(buffer, position, stop - position);
    }
  }

  private int newline() {
    int stop = position;
    while (stop < end && buffer[stop] != '\n') {
      stop++;
    }
    return stop;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(in.read(buffer, 0, buffer.length), 0);
    return end > 0;
  }
}
