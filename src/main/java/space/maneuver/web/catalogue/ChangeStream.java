package space.maneuver.web.catalogue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import space.maneuver.catalogue.KeptManeuvers;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.catalogue.maneuvers.Change;
import space.maneuver.catalogue.maneuvers.ChangeQuery;
import space.maneuver.exchange.CatalogueChange;
import space.maneuver.web.catalogue.ChangeWatch.Waiting;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stream of changes as server-sent events, written without blocking: a reader who does not read
 * holds no thread. The next changes are read when the last ones have been sent.
 */
final class ChangeStream implements Waiting, WriteListener, AsyncListener {

  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration STALLED = Duration.ofSeconds(60);

  /** Changes that a reader who once had all of them may lack. */
  private static final int BEHIND = 1_000;

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final JsonMapper mapper;
  private final Runnable onEnd;
  private final Deque<byte[]> pending = new ArrayDeque<>();
  private ChangeQuery query;
  private boolean caughtUp;
  private boolean ready;
  private boolean unflushed;
  private boolean ended;
  private long lastWrite = System.nanoTime();

  /**
   * Begins a stream.
   *
   * @param onEnd called once
   */
  ChangeStream(AsyncContext context, ChangeQuery query, JsonMapper mapper, Runnable onEnd)
      throws IOException {
    this.context = context;
    this.query = query;
    this.mapper = mapper;
    this.onEnd = onEnd;
    out = context.getResponse().getOutputStream();
    // The reader learns at once that the stream is open.
    pending.add(COMMENT);
  }

  void open() {
    context.setTimeout(0);
    context.addListener(this);
    out.setWriteListener(this);
  }

  @Override
  public synchronized boolean look(KeptManeuvers maneuvers, long newest) {
    while (!ended && pending.isEmpty() && query.after() < newest) {
      ChangeQuery.Page page = maneuvers.changes(query);
      page.changes().forEach(each -> pending.add(event(each)));
      query = query.after(page.last());
      caughtUp |= query.after() >= newest;
      drain();
    }
    if (!pending.isEmpty() && caughtUp && newest - query.after() > BEHIND) {
      end();
    }
    return alive();
  }

  @Override
  public synchronized boolean miss(RuntimeException reason) {
    if (!(reason instanceof StoreUnavailableException)) {
      end();
    }
    return alive();
  }

  /** Whether the stream goes on, with a sign of life for the reader. */
  private boolean alive() {
    long silent = System.nanoTime() - lastWrite;
    if (!pending.isEmpty() && silent > STALLED.toNanos()) {
      end();
    } else if (pending.isEmpty() && silent > SILENCE.toNanos()) {
      pending.add(COMMENT);
      drain();
    }
    return !ended;
  }

  private byte[] event(Change change) {
    String event =
        "id: "
            + change.seq()
            + "\nevent: "
            + change.type().label()
            + "\ndata: "
            + mapper.writeValueAsString(CatalogueChange.of(change))
            + "\n\n";
    return event.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void onWritePossible() throws IOException {
    if (!ended) {
      ready = out.isReady();
      drain();
    }
  }

  /** Sends as much as the connection takes now. */
  private void drain() {
    try {
      while (ready && !ended) {
        byte[] next = pending.poll();
        if (next != null) {
          out.write(next);
          unflushed = true;
          lastWrite = System.nanoTime();
        } else if (unflushed) {
          out.flush();
          unflushed = false;
        } else {
          return;
        }
        ready = out.isReady();
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  @Override
  public synchronized void end() {
    if (finish()) {
      try {
        context.complete();
      } catch (IllegalStateException e) {
        // The connection is gone already.
        pending.clear();
      }
    }
  }

  private boolean finish() {
    if (ended) {
      return false;
    }
    ended = true;
    onEnd.run();
    return true;
  }

  @Override
  public void onError(Throwable throwable) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public synchronized void onComplete(AsyncEvent event) {
    finish();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // A stream is started once.
  }
}
