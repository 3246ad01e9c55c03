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
 * Sends requests from one thread, which is cheap enough to share a machine with the server. In
 * closed loop each connection sends its next request when it has the reply to the last one; in open
 * loop requests are due at a fixed rate, whatever becomes of those before, and a late one counts
 * from when it was due.
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

  public static LoadGenerator start(InetSocketAddress server, LoadPlan plan) throws IOException {
    LoadGenerator generator = new LoadGenerator(server, plan);
    generator.thread.start();
    return generator;
  }

  /** What came since the last call, or since the start. */
  public synchronized LoadTally cutOff() {
    LoadTally past = tally;
    tally = new LoadTally();
    return past;
  }

  /** How many there are that {@link #cutOff()} would tell of. */
  public synchronized long replies() {
    return tally.replies();
  }

  /** From now on requests that get no reply are counted apart. */
  public void mark() {
    markedAt = System.nanoTime();
  }

  /** Processor time of the load's own thread. */
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

  /** Until the next request is due, ms; in closed loop until something happens. */
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
