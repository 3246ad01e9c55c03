package space.maneuver.web.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A response as received over the connection.
 *
 * @param headers names and values in turn, names in lower case
 * @param whole false if the connection ended before the body did
 */
record Reply(int status, List<String> headers, byte[] body, boolean whole) {

  private static final int LAST_INTERIM = 199;
  private static final int NO_CONTENT = 204;
  private static final int HEX = 16;

  /**
   * Reads one response, including preceding interim ones.
   *
   * @param bodiless whether the request was HEAD
   */
  static Reply read(InputStream connection, boolean bodiless) throws IOException {
    InputStream in = new BufferedInputStream(connection);
    int status;
    List<String> headers;
    do {
      status = Integer.parseInt(line(in).split(" ", 3)[1]);
      headers = new ArrayList<>();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        int colon = line.indexOf(':');
        headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT));
        headers.add(line.substring(colon + 1).strip());
      }
    } while (status <= LAST_INTERIM);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean whole = bodiless || status == NO_CONTENT || body(in, new Reply(status, headers), body);
    return new Reply(status, headers, body.toByteArray(), whole);
  }

  private Reply(int status, List<String> headers) {
    this(status, headers, new byte[0], true);
  }

  /** Returns the first header of that name. */
  @Nullable String header(String name) {
    for (int i = 0; i < headers.size(); i += 2) {
      if (headers.get(i).equals(name)) {
        return headers.get(i + 1);
      }
    }
    return null;
  }

  String type() {
    String type = header("content-type");
    return type == null ? "" : type.split(";", 2)[0];
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static boolean body(InputStream in, Reply head, ByteArrayOutputStream to)
      throws IOException {
    String length = head.header("content-length");
    if ("chunked".equals(head.header("transfer-encoding"))) {
      return chunks(in, to);
    }
    if (length == null) {
      in.transferTo(to);
      return true;
    }
    byte[] bytes = in.readNBytes(Integer.parseInt(length));
    to.write(bytes);
    return bytes.length == Integer.parseInt(length);
  }

  private static boolean chunks(InputStream in, ByteArrayOutputStream to) throws IOException {
    try {
      for (int size = chunk(in); size > 0; size = chunk(in)) {
        byte[] bytes = in.readNBytes(size);
        to.write(bytes);
        if (bytes.length < size) {
          return false;
        }
        line(in);
      }
      return true;
    } catch (EOFException e) {
      return false;
    }
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), HEX);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended after \"" + line + "\"");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
