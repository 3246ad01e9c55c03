package space.maneuver.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplyParserTest {

  private static final String PLAIN =
      "HTTP/1.1 200 \r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n1\r\n!\r\n0\r\n\r\n";

  private final ReplyParser parser = new ReplyParser();

  @Test
  void readsBodyOfGivenLength() {
    assertThat(feed(PLAIN)).isTrue();
    assertThat(parser.status()).isEqualTo(200);
    assertThat(body()).isEqualTo("hello");
    assertThat(parser.closing()).isFalse();
  }

  @Test
  void readsChunks() {
    assertThat(feed(CHUNKED)).isTrue();
    assertThat(body()).isEqualTo("hello!");
  }

  @Test
  void parsesAReplyByteByByte() {
    for (int i = 0; i < CHUNKED.length() - 1; i++) {
      assertThat(feed(CHUNKED.substring(i, i + 1))).isFalse();
    }
    assertThat(parser.begun()).isTrue();
    assertThat(feed("\n")).isTrue();
    assertThat(body()).isEqualTo("hello!");
  }

  @Test
  void reportsThatNothingHasArrived() {
    assertThat(parser.begun()).isFalse();
  }

  @Test
  void readsNextReplyAfterReset() {
    feed("HTTP/1.1 503 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    assertThat(parser.status()).isEqualTo(503);
    assertThat(parser.closing()).isTrue();

    parser.reset();

    assertThat(feed(PLAIN)).isTrue();
    assertThat(parser.status()).isEqualTo(200);
    assertThat(parser.closing()).isFalse();
    assertThat(body()).isEqualTo("hello");
  }

  private boolean feed(String text) {
    return parser.feed(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private String body() {
    return new String(parser.body(), StandardCharsets.US_ASCII);
  }
}
