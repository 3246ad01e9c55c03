package space.maneuver.web.filter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * A request for predictions that sends less than its Content-Length and keeps the server waiting.
 */
final class HalfSentRequest implements AutoCloseable {

  /** A valid window. */
  static final String WINDOW =
      "{\"days\":30,\"features\":["
          + String.join(",", Collections.nCopies(30, "[1,2,3,4,5,6,7,0]"))
          + "]}";

  private static final String HEAD =
      "POST /api/v1/predictions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: 1000\r\n\r\n{";

  private static final int PATIENCE_MILLIS = 120_000;

  private final Socket socket;

  HalfSentRequest(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the status line of the response. */
  String status() throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return String.valueOf(
        new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
            .readLine());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
