package space.maneuver.catalogue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import space.maneuver.testing.PostgresqlImage;

/**
 * A PostgreSQL server for tests: the one of the system property {@code postgresql.url}, whose user
 * postgres needs no password, or else a container, which ends with the tests.
 */
final class PostgresqlServer {

  static final String MISSING =
      "neither Docker nor a server, -Dpostgresql.url=jdbc:postgresql://HOST:PORT/";

  private static final String GIVEN = System.getProperty("postgresql.url");
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String USER = "postgres";
  private static final String PASSWORD = "secret";

  private PostgresqlServer() {}

  static boolean isAvailable() {
    return GIVEN != null || DockerClientFactory.instance().isDockerAvailable();
  }

  /** Settings of a new database. */
  static StoreSettings emptyDatabase() throws SQLException {
    String server = GIVEN == null ? Started.URL : GIVEN;
    String name = "store_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(server + USER, USER, PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return StoreSettings.postgresql(server + name, USER, PASSWORD);
  }

  private static final class Started {

    static final String URL = start();

    private static String start() {
      PostgreSQLContainer container =
          PostgresqlImage.container().withUsername(USER).withPassword(PASSWORD);
      Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
      container.start();
      return "jdbc:postgresql://"
          + container.getHost()
          + ":"
          + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)
          + "/";
    }
  }
}
