package space.maneuver.bench.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * An incremental parser of the HTTP replies on a connection. It assumes a correct server and does
 * not validate HTTP.
 */
final class ReplyParser {

  private static final int STATUS_AT = 9;

  private enum Part {
    STATUS,
    HEADER,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    DONE
  }

  private final StringBuilder line = new StringBuilder();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private Part part = Part.STATUS;
  private int status;
  private long remaining;
  private boolean chunked;
  private boolean closing;

  /** Prepares for the next reply. */
  void reset() {
    part = Part.STATUS;
    line.setLength(0);
    body.reset();
    remaining = 0;
    chunked = false;
    closing = false;
  }

  /** Consumes available bytes and returns whether the reply is complete. */
  boolean feed(ByteBuffer in) {
    while (in.hasRemaining() && part != Part.DONE) {
      if (part == Part.BODY || part == Part.CHUNK) {
        copy(in);
      } else {
        char next = (char) in.get();
        if (next == '\n') {
          endLine();
        } else if (next != '\r') {
          line.append(next);
        }
      }
    }
    return part == Part.DONE;
  }

  private void copy(ByteBuffer in) {
    int length = (int) Math.min(remaining, in.remaining());
    if (in.hasArray()) {
      body.write(in.array(), in.arrayOffset() + in.position(), length);
      in.position(in.position() + length);
    } else {
      byte[] bytes = new byte[length];
      in.get(bytes);
      body.write(bytes, 0, length);
    }
    remaining -= length;
    if (remaining == 0) {
      part = part == Part.BODY ? Part.DONE : Part.CHUNK_END;
    }
  }

  private void endLine() {
    switch (part) {
      case STATUS -> {
        status = Integer.parseInt(line.substring(STATUS_AT, STATUS_AT + 3));
        part = Part.HEADER;
      }
      case HEADER -> endHeader();
      case CHUNK_SIZE -> {
        remaining = Long.parseLong(line.toString().split(";", 2)[0].strip(), 16);
        part = remaining == 0 ? Part.TRAILER : Part.CHUNK;
      }
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      case TRAILER -> part = line.isEmpty() ? Part.DONE : Part.TRAILER;
      default -> throw new IllegalStateException("unexpected line end in state " + part);
    }
    line.setLength(0);
  }

  private void endHeader() {
    if (line.isEmpty()) {
      if (chunked) {
        part = Part.CHUNK_SIZE;
      } else {
        part = remaining == 0 ? Part.DONE : Part.BODY;
      }
      return;
    }
    int colon = line.indexOf(":");
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    switch (name) {
      case "content-length" -> remaining = Long.parseLong(value(colon));
      case "transfer-encoding" -> chunked = value(colon).equalsIgnoreCase("chunked");
      case "connection" -> closing = value(colon).equalsIgnoreCase("close");
      default -> {}
    }
  }

  private String value(int colon) {
    return line.substring(colon + 1).strip();
  }

  /** Returns whether part of a reply has arrived. */
  boolean begun() {
    return part != Part.STATUS || !line.isEmpty();
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body.toByteArray();
  }

  /** Returns whether the server closes the connection after this reply. */
  boolean closing() {
    return closing;
  }
}
