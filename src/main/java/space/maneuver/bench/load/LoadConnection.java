package space.maneuver.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection with at most one request in flight. */
final class LoadConnection {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ReplyParser parser = new ReplyParser();
  private ByteBuffer out = NOTHING;
  private @Nullable LoadRequest request;
  private long due;

  /** Opens a connection; blocks until it is established. */
  LoadConnection(InetSocketAddress server, Selector selector) throws IOException {
    channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /**
   * Starts to send a request.
   *
   * @param dueAt time at which it was due, on the clock of {@link System#nanoTime()}
   */
  void send(LoadRequest next, long dueAt) throws IOException {
    request = next;
    due = dueAt;
    parser.reset();
    out = ByteBuffer.wrap(next.bytes());
    write();
  }

  private void write() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Continues the request in flight and returns whether its reply is complete. */
  boolean proceed(ByteBuffer scratch) throws IOException {
    if (key.isWritable()) {
      write();
    }
    boolean complete = false;
    while (!complete) {
      scratch.clear();
      int length = channel.read(scratch);
      if (length == 0) {
        return false;
      }
      if (length < 0) {
        throw new EOFException("closed by the server");
      }
      complete = parser.feed(scratch.flip());
    }
    return true;
  }

  LoadRequest request() {
    return Objects.requireNonNull(request);
  }

  long due() {
    return due;
  }

  /** Marks the connection as idle. */
  void rest() {
    request = null;
  }

  boolean busy() {
    return request != null;
  }

  ReplyParser reply() {
    return parser;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The connection is discarded anyway.
    }
  }
}
