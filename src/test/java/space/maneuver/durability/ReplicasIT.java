package space.maneuver.durability;

import static java.net.HttpURLConnection.HTTP_OK;
import static java.net.HttpURLConnection.HTTP_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.testing.PostgresqlImage;
import space.maneuver.testing.SimulatedTles;

/**
 * Two replicas of the service on one PostgreSQL, which is killed twice, or as often as {@code
 * -Ddatabase.kills} says. Skipped where there is no Docker.
 */
@Testcontainers(disabledWithoutDocker = true)
class ReplicasIT {

  private static final int KILLS = Integer.getInteger("database.kills", 2);
  private static final int REQUESTS_BETWEEN = 20;
  private static final int OBJECTS = 30;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final PostgreSQLContainer database = PostgresqlImage.container();
  private final List<ServerProcess> services = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    // A port of its own, so that it is the same after a restart.
    database.setPortBindings(List.of(freePort() + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
    database.start();
    for (int i = 0; i < 2; i++) {
      ServerProcess service =
          ServerProcess.start(
              directory,
              List.of("-Xmx512m"),
              List.of(
                  "--maneuver.store.url=" + database.getJdbcUrl(),
                  "--maneuver.store.user=" + database.getUsername(),
                  "--maneuver.store.password=" + database.getPassword()));
      services.add(service);
      clients.add(new Client(() -> service));
    }
    awaitStore();
  }

  @AfterEach
  void stop() {
    services.forEach(ServerProcess::close);
    database.stop();
  }

  @Test
  void eachObjectIsSearchedOnceAndBothTellTheSame() throws Exception {
    execute(
        "create table claim (norad_id integer);"
            + " create function note() returns trigger language plpgsql as $$ begin"
            + " insert into claim values (new.norad_id); return null; end $$;"
            + " create trigger note after update on object for each row"
            + " when (new.claimed_by is distinct from old.claimed_by and new.claimed_by is not null)"
            + " execute function note()");
    List<List<String>> histories = SimulatedTles.manyOf200Days().limit(OBJECTS).toList();
    try (Follower first = new Follower(clients.get(0));
        Follower second = new Follower(clients.get(1))) {
      for (int i = 0; i < OBJECTS; i++) {
        assertThat(
                clients
                    .get(i % 2)
                    .post("/api/v1/element-sets", String.join("", histories.get(i)))
                    .statusCode())
            .isEqualTo(HTTP_OK);
      }

      Feed feed = Feed.complete(clients.get(0));

      feed.assertNothingMissingOrTwice(clients.get(1));
      assertThat(first.end()).isEqualTo(feed.changes());
      assertThat(second.end()).isEqualTo(feed.changes());
    }
    assertThat(execute("select count(*), count(distinct norad_id) from claim"))
        .isEqualTo(OBJECTS + "|" + OBJECTS);
  }

  @Test
  void killedDatabaseLosesNothingAcknowledgedAndIsTakenUpAgain() throws Exception {
    try (Feeder feeder = new Feeder(clients);
        Follower first = new Follower(clients.get(0));
        Follower second = new Follower(clients.get(1))) {
      for (int i = 0; i < KILLS; i++) {
        feeder.awaitAcknowledged(REQUESTS_BETWEEN);
        kill();
        for (Client client : clients) {
          assertOnlyTheStoreIsDown(client);
        }
        database.getDockerClient().startContainerCmd(database.getContainerId()).exec();
        awaitStore();
      }
      feeder.awaitAcknowledged(REQUESTS_BETWEEN);
      feeder.endAndCheck();

      Feed feed = Feed.complete(clients.get(0));
      feed.assertNothingMissingOrTwice(clients.get(1));
      assertThat(first.end()).isEqualTo(feed.changes());
      assertThat(second.end()).isEqualTo(feed.changes());
      feeder.report(KILLS + " kills of the database", feed);
    }
  }

  private void kill() {
    String id = database.getContainerId();
    database.getDockerClient().killContainerCmd(id).withSignal("KILL").exec();
    await()
        .atMost(LONGEST)
        .until(
            () ->
                "exited"
                    .equals(
                        database
                            .getDockerClient()
                            .inspectContainerCmd(id)
                            .exec()
                            .getState()
                            .getStatus()));
  }

  private static void assertOnlyTheStoreIsDown(Client client) throws IOException {
    var health = client.get("/actuator/health/store");
    assertThat(health.statusCode()).isEqualTo(HTTP_UNAVAILABLE);
    assertThat(health.body()).contains("\"DOWN\"");
    assertThat(client.get("/actuator/health/readiness").statusCode()).isEqualTo(HTTP_OK);
    var found = client.post("/api/v1/detections?windows=false", SimulatedTles.days200());
    assertThat(found.statusCode()).as(found.body()).isEqualTo(HTTP_OK);
    assertThat(client.get("/api/v1/objects").statusCode()).isEqualTo(HTTP_UNAVAILABLE);
  }

  private void awaitStore() {
    for (Client client : clients) {
      await()
          .atMost(LONGEST)
          .until(() -> client.get("/actuator/health/store").statusCode() == HTTP_OK);
    }
  }

  private String execute(String sql) throws IOException, InterruptedException {
    var result =
        database.execInContainer(
            "psql",
            "--username=" + database.getUsername(),
            "--dbname=" + database.getDatabaseName(),
            "--tuples-only",
            "--no-align",
            "--command=" + sql);
    assertThat(result.getExitCode()).as(result.getStderr()).isZero();
    return result.getStdout().strip();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
