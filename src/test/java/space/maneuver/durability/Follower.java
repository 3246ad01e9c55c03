package space.maneuver.durability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A client that follows the feed of changes, and keeps what it has read. */
final class Follower implements AutoCloseable {

  private static final long PAUSE_MILLIS = 200;

  private final Client client;
  private final List<JsonNode> read = new ArrayList<>();
  private final Thread thread = new Thread(this::follow, "follower");

  Follower(Client client) {
    this.client = client;
    thread.start();
  }

  private void follow() {
    try {
      while (true) {
        try {
          readOn();
        } catch (IOException | AssertionError e) {
          // The service or its database is away.
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void readOn() throws IOException {
    read.addAll(
        client.changes(read.isEmpty() ? 0 : read.get(read.size() - 1).path("seq").asLong()));
  }

  /** Ends, and returns all that it has read. */
  List<JsonNode> end() throws IOException, InterruptedException {
    close();
    thread.join();
    readOn();
    return read;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
