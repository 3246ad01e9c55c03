package space.maneuver.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.spark.InputFiles.InputFile;

/**
 * The rows of one document. The reader hands records over as it finds them, Spark asks for them: a
 * thread reads ahead by some thousand records, so that a document of any size takes constant
 * memory.
 */
final class DocumentRows implements Iterator<Row>, AutoCloseable {

  private static final int BATCH = 1024;
  private static final int BATCHES_AHEAD = 4;

  /** Several times all element sets of a year as TLE. */
  private static final long MOST_INFLATED = 64L << 30;

  private static final List<Row> END = List.of();

  private final BlockingQueue<List<Row>> ready = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Thread reader;
  private final InputStream in;
  private Iterator<Row> batch = Collections.emptyIterator();
  private boolean ended;

  /** Set before the end of the queue, read after it. */
  private @Nullable Throwable failure;

  /**
   * Opens a document.
   *
   * @param number of the file in the input
   * @param skipUnreadable whether a fault that makes the rest of the file unreadable is a rejected
   *     record; otherwise it is thrown
   */
  DocumentRows(InputFile file, int number, boolean skipUnreadable, Configuration hadoop)
      throws IOException {
    Path path = new Path(file.path());
    in = path.getFileSystem(hadoop).open(path);
    reader =
        new Thread(() -> read(file.path(), number, skipUnreadable), "reader of " + file.path());
    reader.setDaemon(true);
    reader.start();
  }

  private void read(String file, int number, boolean skipUnreadable) {
    Batches batches = new Batches(number);
    try (in) {
      try {
        ElementSetReader.read(
            in,
            null,
            MOST_INFLATED,
            elements -> batches.add(ElementRows.of(elements, batches.place())),
            rejection -> batches.add(ElementRows.of(rejection.in(file))));
      } catch (UnreadableInputException e) {
        if (!skipUnreadable) {
          throw new UnreadableInputException(file + ": " + e.getMessage(), e);
        }
        batches.add(ElementRows.of(file, e));
      }
      batches.flush();
    } catch (CancellationException e) {
      // Nobody waits for the rest.
      return;
    } catch (Throwable e) {
      failure = e;
    }
    batches.end();
  }

  @Override
  public boolean hasNext() {
    while (!batch.hasNext() && !ended) {
      List<Row> next = take();
      ended = next == END;
      batch = next.iterator();
      if (ended && failure != null) {
        throw failure instanceof IOException e
            ? new UncheckedIOException(e)
            : new IllegalStateException(failure);
      }
    }
    return batch.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return batch.next();
  }

  private List<Row> take() {
    try {
      return ready.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the task was ended");
    }
  }

  /** Ends the reading. */
  @Override
  public void close() {
    reader.interrupt();
  }

  /** Collects rows and hands them over in batches. */
  private final class Batches {

    private final int file;
    private long record;
    private List<Row> open = new ArrayList<>(BATCH);

    Batches(int file) {
      this.file = file;
    }

    long place() {
      return ElementRows.place(file, record++);
    }

    void add(Row row) {
      open.add(row);
      if (open.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      put(open);
      open = new ArrayList<>(BATCH);
    }

    void end() {
      put(END);
    }

    private void put(List<Row> rows) {
      try {
        ready.put(rows);
      } catch (InterruptedException e) {
        throw new CancellationException("the task was ended");
      }
    }
  }
}
