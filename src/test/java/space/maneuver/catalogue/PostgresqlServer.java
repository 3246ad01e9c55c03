package space.maneuver.catalogue;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server for tests. */
final class PostgresqlServer {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final @Nullable String GIVEN = System.getProperty("postgresql.url");

  private PostgresqlServer() {}

  /** Settings of a new database. */
  static StoreSettings emptyDatabase() throws SQLException {
    String server = GIVEN;
    assumeThat(server).as("the URL of a PostgreSQL server, -Dpostgresql.url").isNotNull();
    String name = "store_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(server + "postgres?user=postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return StoreSettings.postgresql(server + name, "postgres", "");
  }
}
