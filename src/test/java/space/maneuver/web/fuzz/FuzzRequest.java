package space.maneuver.web.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A request, byte for byte as it is sent: no HTTP client in between could refuse or repair it. */
final class FuzzRequest {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int SHOWN = 1_500;

  /** What a response with status 200 has to contain. */
  interface Check {
    void check(Reply reply);
  }

  String method = "POST";
  String version = "HTTP/1.1";
  String path;
  final List<String> query = new ArrayList<>();
  final List<String> headers = new ArrayList<>();
  byte[] body;

  /** Replaces the length header and the body as sent; null for the usual ones. */
  byte @Nullable [] framed;

  /**
   * Whether the connection is closed for writing afterwards, which ends a body shorter than
   * announced.
   */
  boolean ended;

  /** Whether the body is incomplete, so that an NDJSON response may be aborted. */
  boolean broken;

  /** Whether the request sets a deadline, so that 504 is a valid response. */
  boolean hurried;

  /** Whether HTTP itself calls for 501 or 505. */
  boolean beyondHttp;

  @Nullable Check check;

  FuzzRequest(String path, String type, byte[] body) {
    this.path = path;
    this.body = body;
    header("Content-Type", type);
  }

  void header(String name, String value) {
    headers.add(name + ": " + value);
  }

  void replaceHeader(String name, String value) {
    headers.removeIf(line -> line.startsWith(name + ":"));
    header(name, value);
  }

  void parameter(String name, String value) {
    query.add(name + "=" + value);
  }

  String target() {
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /**
   * Sends the request and waits for the response.
   *
   * @throws java.net.SocketTimeoutException if nothing arrives for a minute
   */
  Reply send(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) LONGEST.toMillis());
      OutputStream out = socket.getOutputStream();
      out.write(bytes());
      if (ended) {
        socket.shutdownOutput();
      }
      return Reply.read(socket.getInputStream(), method.equals("HEAD"));
    }
  }

  private byte[] bytes() {
    StringBuilder head =
        new StringBuilder(method).append(' ').append(target()).append(' ').append(version);
    head.append("\r\nHost: localhost\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    byte[] rest = framed;
    if (rest == null) {
      head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      rest = body;
    }
    byte[] first = head.toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  /** Returns the request, with a long body truncated. */
  @Override
  public String toString() {
    byte[] sent = framed == null ? body : framed;
    CRC32 sum = new CRC32();
    sum.update(sent);
    String text = new String(sent, StandardCharsets.UTF_8);
    return String.format(
        Locale.ROOT,
        "%s %s %s%n%s%n%n%s%n(%d bytes, CRC %08x)",
        method,
        shown(target()),
        version,
        String.join("\n", headers.stream().map(FuzzRequest::shown).toList()),
        shown(text),
        sent.length,
        sum.getValue());
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
