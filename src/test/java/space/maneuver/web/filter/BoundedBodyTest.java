package space.maneuver.web.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import space.maneuver.web.problem.ProblemException;

class BoundedBodyTest {

  @Test
  void bodyOfTheLimitIsReadAndOneByteMoreIsRefused() throws IOException {
    InputStream allowed = BoundedBody.sent(new ByteArrayInputStream(new byte[10]), 10);
    assertThat(allowed.readAllBytes()).hasSize(10);

    InputStream longer = BoundedBody.sent(new ByteArrayInputStream(new byte[11]), 10);
    assertThatThrownBy(longer::readAllBytes)
        .isInstanceOf(ProblemException.class)
        .hasMessage("The request body exceeds 10 bytes as sent.");
  }

  @Test
  void limitAppliesAsSentAndAfterDecompression() throws IOException {
    InputStream bomb = BoundedBody.inflated(arrivesAtOnce(gzip("0".repeat(1001))), 1000);
    assertThatThrownBy(bomb::readAllBytes)
        .hasMessage("The request body exceeds 1000 bytes after decompression.");

    byte[] nothing = emptyMembers(100);
    InputStream endless = BoundedBody.inflated(arrivesAtOnce(nothing), 1000);
    assertThatThrownBy(endless::readAllBytes)
        .hasMessage("The request body exceeds 1000 bytes as sent.");
  }

  @Test
  void skippedBytesCount() {
    InputStream longer = BoundedBody.sent(new ByteArrayInputStream(new byte[11]), 10);

    assertThatThrownBy(() -> longer.skip(11)).isInstanceOf(ProblemException.class);
  }

  @Test
  void gzipMemberThatArrivesLaterIsRead() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(gzip("first "));
    int arrived = members.size();
    members.writeBytes(gzip("second"));

    InputStream body = BoundedBody.inflated(arrivesInTwo(members.toByteArray(), arrived), 1000);

    assertThat(body.readAllBytes()).asString(UTF_8).isEqualTo("first second");
  }

  @Test
  void nextGzipMemberIsReadBeforeMoreArrives() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(gzip("first "));
    members.writeBytes(gzip("second"));
    InputStream open =
        new SequenceInputStream(
            arrivesAtOnce(members.toByteArray()),
            new InputStream() {
              @Override
              public int read() {
                throw new AssertionError("would wait");
              }
            });
    InputStream body = BoundedBody.inflated(open, 1000);

    assertThat(body.readNBytes(12)).asString(UTF_8).isEqualTo("first second");
  }

  @Test
  void connectionThatFailsBetweenGzipMembersIsNotTheEnd() throws IOException {
    InputStream broken =
        new SequenceInputStream(
            arrivesAtOnce(gzip("first ")),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("broken off");
              }
            });
    InputStream body = BoundedBody.inflated(broken, 1000);

    assertThat(body.readNBytes(6)).asString(UTF_8).isEqualTo("first ");
    assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("broken off");
  }

  @Test
  void endlessEmptyGzipMembersAreAFault() throws IOException {
    InputStream body = BoundedBody.inflated(arrivesAtOnce(emptyMembers(100_000)), 1L << 30);

    assertThatThrownBy(body::readAllBytes)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not complete gzip data");
  }

  private static byte[] emptyMembers(int number) throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    byte[] empty = gzip("");
    for (int i = 0; i < number; i++) {
      members.writeBytes(empty);
    }
    return members.toByteArray();
  }

  private static InputStream arrivesAtOnce(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** Acts as a connection: no read goes beyond what has arrived, and nothing more is available. */
  private static InputStream arrivesInTwo(byte[] bytes, int first) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, pos < first ? Math.min(length, first - pos) : length);
      }

      @Override
      public synchronized int available() {
        return pos < first ? first - pos : 0;
      }
    };
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
