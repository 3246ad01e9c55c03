package space.maneuver.web.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import space.maneuver.web.HttpTest;
import space.maneuver.web.WindowText;

@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class BrokenAnswerTest {

  @LocalServerPort private int port;

  @Test
  @Timeout(120)
  void gzipThatBreaksDuringTheResponseAbortsItWithOneWarning(CapturedOutput output)
      throws IOException {
    String answer;
    try (Socket socket = new Socket("localhost", port);
        InputStream in = socket.getInputStream()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/predictions HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\n"
                  + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
                  + "X-Request-Id: broken-gzip\r\n\r\n")
              .getBytes(US_ASCII));
      chunk(out, gzipWithoutEnd(WindowText.window("a", 30) + "\n"));
      byte[] begin = in.readNBytes("HTTP/1.1 200".length());
      chunk(out, "this is no deflated block".getBytes(US_ASCII));
      answer = new String(begin, UTF_8) + new String(in.readAllBytes(), UTF_8);
    }

    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("\"id\":\"a\"")
        .doesNotContain("\r\n0\r\n");
    await().until(() -> output.getAll().contains("broken-gzip] space.maneuver.access"));
    assertThat(output.getAll())
        .containsOnlyOnce("POST /api/v1/predictions: response aborted: malformed-gzip");
    assertThat(output.getAll().lines().filter(line -> line.contains("[broken-gzip]")))
        .noneMatch(line -> line.contains(" ERROR "));
  }

  private static byte[] gzipWithoutEnd(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GZIPOutputStream gzip = new GZIPOutputStream(bytes, true);
    gzip.write(text.getBytes(UTF_8));
    gzip.flush();
    return bytes.toByteArray();
  }

  private static void chunk(OutputStream out, byte[] bytes) throws IOException {
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(US_ASCII));
    out.flush();
  }
}
