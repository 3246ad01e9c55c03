package space.maneuver.catalogue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The connections to the database, with its schema at the present version. An embedded database is
 * open when the constructor returns; PostgreSQL is taken up as soon as it answers, and again
 * whenever it comes back.
 */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private static final String FILE = "catalogue.db";
  private static final String NATIVE_DIRECTORY = "org.sqlite.tmpdir";
  private static final String LOCK = "catalogue.lock";
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);
  private static final int EMBEDDED_CONNECTIONS = 8;
  private static final int OLDEST_POSTGRESQL = 15;

  /** Result code of SQLite, and SQL state of PostgreSQL, of a full disk. */
  private static final int SQLITE_FULL = 13;

  private static final String POSTGRESQL_FULL = "53100";

  private final Dialect dialect;
  private final HikariDataSource pool;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final @Nullable FileChannel lock;
  private final ReentrantLock writing = new ReentrantLock(true);

  private volatile boolean migrated;
  private volatile boolean up;

  /** Whether the last transaction that had something to write found no room for it. */
  private volatile boolean full;

  private volatile boolean closed;
  private volatile @Nullable RuntimeException lastFailure;
  private @Nullable Thread opener;

  /**
   * Opens the database.
   *
   * @throws UnusableStoreException if the directory of an embedded database cannot be written or is
   *     in use, or if its schema cannot be migrated
   */
  static Database open(StoreSettings settings) {
    return settings.url() == null ? embedded(settings.directory()) : postgresql(settings);
  }

  private Database(Dialect dialect, HikariConfig config, @Nullable FileChannel lock) {
    this.dialect = dialect;
    this.lock = lock;
    pool = new HikariDataSource(config);
    jdbc = new JdbcTemplate(pool);
    transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  private static Database embedded(Path directory) {
    FileChannel lock = lock(directory);
    try {
      prepareNativeLibrary(directory);
      HikariConfig config = config("catalogue", EMBEDDED_CONNECTIONS);
      config.setJdbcUrl("jdbc:sqlite:" + directory.resolve(FILE));
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("foreign_keys", "true");
      config.addDataSourceProperty("busy_timeout", Long.toString(BUSY_TIMEOUT.toMillis()));
      // A transaction that reads first and then writes would fail if another wrote in between.
      config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
      Database database = new Database(Dialect.SQLITE, config, lock);
      try {
        database.migrate();
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
      return database;
    } catch (RuntimeException e) {
      release(lock);
      throw new UnusableStoreException(
          "The database in the directory '"
              + directory.toAbsolutePath()
              + "' cannot be opened: "
              + reason(e),
          e);
    }
  }

  private static Database postgresql(StoreSettings settings) {
    HikariConfig config = config("catalogue", settings.connections());
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", Long.toString(SOCKET_TIMEOUT.toSeconds()));
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("connectTimeout", Long.toString(CONNECTION_TIMEOUT.toSeconds()));
    config.addDataSourceProperty("ApplicationName", "maneuver-detection");
    Database database;
    try {
      database = new Database(Dialect.POSTGRESQL, config, null);
    } catch (RuntimeException e) {
      throw new UnusableStoreException("The store cannot be opened: " + reason(e), e);
    }
    Thread opener = new Thread(database::migrateUntilDone, "catalogue-open");
    opener.setDaemon(true);
    database.opener = opener;
    opener.start();
    return database;
  }

  private static HikariConfig config(String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    return config;
  }

  /** Makes the directory this process's own. */
  private static FileChannel lock(Path directory) {
    String place = "The directory '" + directory.toAbsolutePath() + "' of the store ";
    FileChannel channel = null;
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this process; refused below.
    } catch (IOException e) {
      release(channel);
      throw new UnusableStoreException(place + "cannot be written: " + e, e);
    }
    release(channel);
    throw new UnusableStoreException(place + "is in use by another process.");
  }

  /**
   * Has the driver unpack its native library in the directory, which can be written, unlike the
   * directory for temporary files of some containers, from which nothing may be executed. Removes
   * what a process left that was killed.
   */
  private static void prepareNativeLibrary(Path directory) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "sqlite-*")) {
      for (Path file : left) {
        Files.delete(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("files of the driver were left", e);
    }
    if (System.getProperty(NATIVE_DIRECTORY) == null) {
      System.setProperty(NATIVE_DIRECTORY, directory.toAbsolutePath().toString());
    }
  }

  private static void release(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        LOG.debug("closing the lock failed", e);
      }
    }
  }

  private void migrateUntilDone() {
    while (!closed) {
      try {
        migrate();
        LOG.info("The store is available.");
        return;
      } catch (RuntimeException e) {
        if (closed) {
          return;
        }
        RuntimeException last = lastFailure;
        String reason = reason(e);
        if (last == null || !reason.equals(reason(last))) {
          LOG.warn("The store is not available: {}", reason);
        }
        lastFailure = e;
      }
      try {
        Thread.sleep(RETRY.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void migrate() {
    if (dialect == Dialect.POSTGRESQL) {
      Integer version = jdbc.queryForObject("show server_version_num", Integer.class);
      if (version != null && version / 10_000 < OLDEST_POSTGRESQL) {
        throw new UnusableStoreException(
            "PostgreSQL " + OLDEST_POSTGRESQL + " or newer is needed, not " + version / 10_000);
      }
    }
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(pool)
        .locations("classpath:db/migration")
        .placeholders(dialect.placeholders())
        .table("schema_history")
        .load()
        .migrate();
    migrated = true;
    up = true;
  }

  boolean isUp() {
    return up && !full;
  }

  int activeConnections() {
    return pool.getHikariPoolMXBean() == null
        ? 0
        : pool.getHikariPoolMXBean().getActiveConnections();
  }

  Dialect dialect() {
    return dialect;
  }

  /**
   * Reads, each statement on its own.
   *
   * @throws StoreUnavailableException if the database does not answer
   */
  <T> T read(Function<JdbcTemplate, T> work) {
    requireMigrated();
    try {
      T result = work.apply(jdbc);
      up = true;
      return result;
    } catch (DataAccessException e) {
      throw translated(e);
    }
  }

  /**
   * Runs a transaction, which is durable when this returns.
   *
   * @throws StoreUnavailableException if the database does not answer or has no room; nothing was
   *     written, or it did not say
   */
  <T> T write(Function<JdbcTemplate, T> work) {
    requireMigrated();
    boolean alone = !dialect.hasConcurrentWriters();
    if (alone) {
      writing.lock();
    }
    try {
      T result = Objects.requireNonNull(transactions.execute(status -> work.apply(jdbc)));
      up = true;
      return result;
    } catch (DataAccessException | TransactionException e) {
      throw translated(e);
    } finally {
      if (alone) {
        writing.unlock();
      }
    }
  }

  /** Checks that the database answers, and after it was full, that there is room. */
  void probe() {
    if (full) {
      write(template -> template.update("update feed set last_seq = last_seq where id = 1"));
      full = false;
    }
    read(template -> Objects.requireNonNull(template.queryForObject("select 1", Integer.class)));
  }

  private void requireMigrated() {
    if (!migrated) {
      RuntimeException failure = lastFailure;
      throw new StoreUnavailableException(
          failure == null ? "The store is being opened." : reason(failure), failure);
    }
  }

  private RuntimeException translated(RuntimeException e) {
    if (e instanceof TransactionSystemException failed
        && failed.getApplicationException() instanceof DataAccessException cause) {
      // SQLite rolls back by itself when it is full, so that the rollback after it fails.
      return translated(cause);
    }
    boolean away =
        e instanceof DataAccessResourceFailureException
            || e instanceof TransientDataAccessException
            || e instanceof TransactionException
            || (e instanceof UncategorizedSQLException && isAway((UncategorizedSQLException) e));
    boolean noRoom = away && isFull(e);
    up &= !away;
    full |= noRoom;
    return away ? new StoreUnavailableException(reason(e), e, noRoom) : e;
  }

  private boolean isFull(RuntimeException e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof SQLException cause && isFull(cause)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFull(SQLException e) {
    return dialect == Dialect.SQLITE
        // The lower byte is the result code; the others tell more.
        ? (e.getErrorCode() & 0xff) == SQLITE_FULL
        : POSTGRESQL_FULL.equals(e.getSQLState());
  }

  /** SQLite has no SQL states: its results are codes, such as 13 for a full disk. */
  private boolean isAway(UncategorizedSQLException e) {
    SQLException cause = e.getSQLException();
    String state = cause == null ? null : cause.getSQLState();
    // PostgreSQL: shutting down or starting, out of disk or of connections.
    return dialect == Dialect.SQLITE
        || (state != null && (state.startsWith("57P") || state.startsWith("53")));
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root instanceof FlywayException ? root.getMessage() : root.toString();
    String text = message == null ? root.toString() : message;
    return text.replaceAll("\\s+", " ").strip();
  }

  @Override
  public void close() {
    closed = true;
    Thread running = opener;
    if (running != null) {
      running.interrupt();
    }
    pool.close();
    release(lock);
  }
}
