package space.maneuver.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.bench.measurement.ServerProcess;

/**
 * A service with an embedded store is killed while it takes element sets and searches them: three
 * times, or as often as {@code -Dservice.kills} says.
 */
class KilledServiceIT {

  private static final int KILLS = Integer.getInteger("service.kills", 3);
  private static final int REQUESTS_BETWEEN = 20;

  private final Path directory;

  KilledServiceIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void losesNothingAcknowledgedAndNoChange() throws Exception {
    AtomicReference<ServerProcess> service = new AtomicReference<>(start());
    Client client = new Client(service::get);
    try (Feeder feeder = new Feeder(List.of(client, client));
        Follower follower = new Follower(client)) {
      for (int i = 0; i < KILLS; i++) {
        feeder.awaitAcknowledged(REQUESTS_BETWEEN);
        service.get().kill();
        assertThat(service.get().awaitEnd()).isTrue();
        service.set(start());
      }
      feeder.awaitAcknowledged(REQUESTS_BETWEEN);
      feeder.endAndCheck();

      Feed feed = Feed.complete(client);
      feed.assertNothingMissingOrTwice(client);
      assertThat(follower.end()).isEqualTo(feed.changes());
      feeder.report(KILLS + " kills of the service", feed);
    } finally {
      service.get().close();
    }
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.start(
        directory,
        List.of("-Xmx512m"),
        List.of(
            "--maneuver.store.url=", "--maneuver.store.directory=" + directory.resolve("store")));
  }
}
