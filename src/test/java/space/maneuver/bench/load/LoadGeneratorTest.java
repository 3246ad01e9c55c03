package space.maneuver.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import space.maneuver.bench.measurement.Sleep;

@Timeout(300)
class LoadGeneratorTest {

  private static final int CONCURRENT = 4;

  private final CountDownLatch together = new CountDownLatch(CONCURRENT);
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private HttpServer server = create();

  private static HttpServer create() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    answer("/good", 200);
    answer("/busy", 503);
    answer("/fault", 500);
    server.createContext(
        "/together",
        exchange -> {
          together.countDown();
          try {
            together.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.setExecutor(pool);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    pool.shutdownNow();
  }

  @Test
  void countsTheWorkOfCorrectAnswers() throws IOException {
    LoadTally tally = run(plan(request("/good", 7, "fine")), each -> each.work);

    assertThat(tally.work).isEqualTo(7 * tally.answered.getTotalCount());
    assertThat(tally.wrong).isZero();
    assertThat(tally.refused.getTotalCount()).isZero();
  }

  @Test
  void countsWrongAnswersSeparately() throws IOException {
    LoadTally tally = run(plan(request("/good", 1, "other")), each -> each.wrong);

    assertThat(tally.answered.getTotalCount()).isZero();
    assertThat(tally.work).isZero();
  }

  @Test
  void distinguishesRefusalsFromErrors() throws IOException {
    LoadPlan plan = plan(request("/busy", 1, ""), request("/fault", 1, ""));

    LoadTally tally = run(plan, LoadTally::errors);

    assertThat(tally.statuses).containsOnlyKeys(503, 500);
    assertThat(tally.errors()).isEqualTo(tally.statuses.get(500));
  }

  @Test
  void openLoopSendsWhileEarlierRequestsWait() throws IOException {
    LoadPlan plan = new LoadPlan(List.of(request("/together", 1, "")), 1, 100);

    assertThat(run(plan, LoadTally::replies).replies()).isGreaterThanOrEqualTo(1);
    assertThat(together.getCount()).isZero();
  }

  @Test
  void countsRequestsWithoutReplyBeforeAndAfterTheMark() throws IOException {
    try (ServerSocket closing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      pool.execute(() -> closeAfterReading(closing));
      InetSocketAddress address =
          new InetSocketAddress(closing.getInetAddress(), closing.getLocalPort());
      try (LoadGenerator load = LoadGenerator.start(address, plan(request("/", 1, "")))) {
        assertThat(await(load, each -> each.unanswered).unansweredAfterMark).isZero();
        load.mark();
        assertThat(await(load, each -> each.unansweredAfterMark).cut).isZero();
      }
    }
  }

  private static void closeAfterReading(ServerSocket closing) {
    while (!closing.isClosed()) {
      try (Socket socket = closing.accept()) {
        if (socket.getInputStream().read() < 0) {
          return;
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(String path, int status) {
    byte[] body = "fine".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private LoadTally run(LoadPlan plan, ToLongFunction<LoadTally> sought) throws IOException {
    try (LoadGenerator load = LoadGenerator.start(server.getAddress(), plan)) {
      return await(load, sought);
    }
  }

  /** Waits until the count is above zero. */
  private static LoadTally await(LoadGenerator load, ToLongFunction<LoadTally> sought) {
    LoadTally all = new LoadTally();
    do {
      Sleep.pause(Duration.ofMillis(20));
      all.add(load.cutOff());
    } while (sought.applyAsLong(all) == 0);
    return all;
  }

  private static LoadPlan plan(LoadRequest... requests) {
    return LoadPlan.closed(List.of(requests), 2);
  }

  private static LoadRequest request(String path, int work, String expected) {
    String text = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    return new LoadRequest(
        text.getBytes(StandardCharsets.US_ASCII),
        work,
        body -> new String(body, StandardCharsets.UTF_8).equals(expected));
  }
}
