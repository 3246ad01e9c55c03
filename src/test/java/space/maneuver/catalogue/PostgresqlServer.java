package space.maneuver.catalogue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server for tests, whose user postgres needs no password. */
final class PostgresqlServer {

  /** System property with its URL, up to the name of the database. */
  static final String URL = "postgresql.url";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String USER = "postgres";

  private PostgresqlServer() {}

  /** Settings of a new database. */
  static StoreSettings emptyDatabase() throws SQLException {
    String server = Objects.requireNonNull(System.getProperty(URL));
    String name = "store_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(server + USER, USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return StoreSettings.postgresql(server + name, USER, "");
  }
}
