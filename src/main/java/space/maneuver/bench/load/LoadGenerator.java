package space.maneuver.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Sends requests from a single thread, cheap enough to share a machine with the server. In a closed
 * loop each connection sends its next request after the reply to the last one. In an open loop
 * requests are due at a fixed rate regardless of earlier ones, and latency counts from the due
 * time.
 */
public final class LoadGenerator implements AutoCloseable {

  private static final int SCRATCH = 1 << 18;
  private static final int SECOND = 1_000_000_000;
  private static final int MOST_CONNECTIONS = 8192;

  private final LoadPlan plan;
  private final InetSocketAddress server;
  private final Selector selector;
  private final ByteBuffer scratch = ByteBuffer.allocate(SCRATCH);
  private final Deque<LoadConnection> idle = new ArrayDeque<>();
  private final Set<LoadConnection> all = new HashSet<>();
  private final Thread thread;
  private LoadTally tally = new LoadTally();
  private volatile boolean running = true;
  private volatile long markedAt = Long.MAX_VALUE;
  private long nextDue;
  private int nextRequest;

  private LoadGenerator(InetSocketAddress server, LoadPlan plan) throws IOException {
    this.server = server;
    this.plan = plan;
    selector = Selector.open();
    thread = new Thread(this::run, "load");
    thread.setDaemon(true);
  }

  /** Starts to send the requests of a plan. */
  public static LoadGenerator start(InetSocketAddress server, LoadPlan plan) throws IOException {
    LoadGenerator generator = new LoadGenerator(server, plan);
    generator.thread.start();
    return generator;
  }

  /** Returns the tally since the last call, or since the start. */
  public synchronized LoadTally cutOff() {
    LoadTally past = tally;
    tally = new LoadTally();
    return past;
  }

  /** Returns the number of replies that {@link #cutOff()} would return. */
  public synchronized long replies() {
    return tally.replies();
  }

  /** Counts requests without a reply separately from now on. */
  public void mark() {
    markedAt = System.nanoTime();
  }

  /** Returns the CPU time of the generator's thread. */
  public Duration cpu() {
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()));
  }

  private void run() {
    try {
      nextDue = System.nanoTime();
      while (running) {
        open();
        dispatch();
        selector.select(this::proceed, pause());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      all.forEach(LoadConnection::close);
    }
  }

  /**
   * Returns the longest time to wait for replies, ms: in an open loop until the next request is
   * due.
   */
  private long pause() {
    if (!plan.open()) {
      return 100;
    }
    return Math.max(1, (nextDue - System.nanoTime()) / 1_000_000);
  }

  private void open() {
    while (all.size() < plan.connections()) {
      if (!connect()) {
        return;
      }
    }
  }

  private boolean connect() {
    try {
      LoadConnection connection = new LoadConnection(server, selector);
      all.add(connection);
      idle.add(connection);
      return true;
    } catch (IOException e) {
      synchronized (this) {
        tally.unconnected++;
      }
      return false;
    }
  }

  private void dispatch() {
    long now = System.nanoTime();
    while (!plan.open() || nextDue <= now) {
      if (idle.isEmpty() && !(plan.open() && all.size() < MOST_CONNECTIONS && connect())) {
        return;
      }
      LoadConnection connection = idle.remove();
      long due = plan.open() ? nextDue : System.nanoTime();
      nextDue = due + (plan.open() ? (long) (SECOND / plan.perSecond()) : 0);
      LoadRequest request = plan.requests().get(nextRequest++ % plan.requests().size());
      nextRequest %= plan.requests().size();
      try {
        connection.send(request, due);
      } catch (IOException e) {
        lose(connection);
      }
    }
  }

  private void proceed(SelectionKey key) {
    LoadConnection connection = (LoadConnection) key.attachment();
    try {
      if (!connection.proceed(scratch)) {
        return;
      }
    } catch (IOException e) {
      lose(connection);
      return;
    }
    ReplyParser reply = connection.reply();
    long nanos = System.nanoTime() - connection.due();
    synchronized (this) {
      tally.reply(reply.status(), nanos, connection.request(), reply.body());
    }
    connection.rest();
    if (reply.closing()) {
      drop(connection);
    } else {
      idle.add(connection);
      dispatch();
    }
  }

  private synchronized void lose(LoadConnection connection) {
    if (connection.busy()) {
      if (connection.reply().begun()) {
        tally.cut++;
      } else if (connection.due() < markedAt) {
        tally.unanswered++;
      } else {
        tally.unansweredAfterMark++;
      }
    }
    drop(connection);
  }

  private void drop(LoadConnection connection) {
    connection.close();
    all.remove(connection);
    idle.remove(connection);
  }

  @Override
  public void close() throws IOException {
    running = false;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    selector.close();
  }
}
