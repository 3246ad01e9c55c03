package space.maneuver.durability;

import static java.net.HttpURLConnection.HTTP_OK;
import static java.net.HttpURLConnection.HTTP_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import space.maneuver.testing.SimulatedTles;
import tools.jackson.databind.JsonNode;

/**
 * Posts element sets, those of each object in several requests, until it is ended, and remembers
 * which ones were acknowledged.
 */
final class Feeder implements AutoCloseable {

  private static final int PER_REQUEST = 25;
  private static final long PAUSE_MILLIS = 50;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final List<Client> clients;
  private final Iterator<List<String>> histories = SimulatedTles.manyOf200Days().iterator();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger acknowledgedRequests = new AtomicInteger();
  private final Set<String> acknowledged = new LinkedHashSet<>();
  private final List<String> unexpected = new CopyOnWriteArrayList<>();
  private volatile boolean ending;

  /** Posts to each client from a thread of its own. */
  Feeder(List<Client> clients) {
    this.clients = clients;
    for (Client client : clients) {
      Thread thread = new Thread(() -> feed(client), "feeder");
      threads.add(thread);
      thread.start();
    }
  }

  private void feed(Client client) {
    try {
      while (!ending) {
        List<String> history;
        synchronized (this) {
          history = histories.next();
        }
        for (int from = 0; from < history.size() && !ending; from += PER_REQUEST) {
          post(client, history.subList(from, Math.min(history.size(), from + PER_REQUEST)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(Client client, List<String> elementSets) throws InterruptedException {
    while (!ending) {
      try {
        HttpResponse<String> answer =
            client.post("/api/v1/element-sets", String.join("", elementSets));
        if (answer.statusCode() == HTTP_OK) {
          synchronized (this) {
            acknowledged.addAll(elementSets);
          }
          acknowledgedRequests.incrementAndGet();
          Thread.sleep(PAUSE_MILLIS);
          return;
        }
        if (answer.statusCode() != HTTP_UNAVAILABLE) {
          unexpected.add(answer.body());
        }
      } catch (IOException e) {
        // The service was killed.
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Waits until so many more requests were acknowledged. */
  void awaitAcknowledged(int more) {
    int wanted = acknowledgedRequests.get() + more;
    await()
        .atMost(LONGEST)
        .until(() -> acknowledgedRequests.get() >= wanted || !unexpected.isEmpty());
    assertThat(unexpected).isEmpty();
  }

  /** Ends, and checks that all that was acknowledged is in the catalogue. */
  void endAndCheck() throws IOException, InterruptedException {
    close();
    for (Thread thread : threads) {
      thread.join();
    }
    Client client = clients.get(0);
    Set<String> kept = new LinkedHashSet<>();
    for (JsonNode object : client.all("objects", "")) {
      String path =
          "/api/v1/objects/" + object.path("noradId").asInt() + "/element-sets?format=tle";
      List<String> lines = client.get(path).body().lines().toList();
      for (int i = 0; i < lines.size(); i += 2) {
        kept.add(lines.get(i) + "\n" + lines.get(i + 1) + "\n");
      }
    }
    Set<String> lost = new LinkedHashSet<>(acknowledged);
    lost.removeAll(kept);
    assertThat(lost).as("acknowledged, but lost").isEmpty();
  }

  /** Prints how much was acknowledged and told. */
  void report(String kills, Feed feed) {
    System.out.printf(
        "%s: %d element sets acknowledged in %d requests, none lost; %d changes%n",
        kills, acknowledged.size(), acknowledgedRequests.get(), feed.changes().size());
  }

  @Override
  public void close() {
    ending = true;
  }
}
