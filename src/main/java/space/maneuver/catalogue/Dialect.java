package space.maneuver.catalogue;

import java.util.Map;

/** What PostgreSQL and SQLite do not have in common. */
enum Dialect {
  POSTGRESQL(
      true,
      " for update",
      Map.of("bytes", "bytea", "bytewise", "text collate \"C\"", "clustered", "")),
  /** With its rows in the order of the primary key, an object's element sets lie side by side. */
  SQLITE(false, "", Map.of("bytes", "blob", "bytewise", "text", "clustered", "without rowid"));

  private final boolean concurrentWriters;
  private final String forUpdate;
  private final Map<String, String> placeholders;

  Dialect(boolean concurrentWriters, String forUpdate, Map<String, String> placeholders) {
    this.concurrentWriters = concurrentWriters;
    this.forUpdate = forUpdate;
    this.placeholders = placeholders;
  }

  /** Whether several transactions may write at a time. */
  boolean hasConcurrentWriters() {
    return concurrentWriters;
  }

  /** The end of a query that locks its rows until the end of the transaction. */
  String forUpdate() {
    return forUpdate;
  }

  /** The end of a query that locks its rows likewise, and leaves out those that others lock. */
  String forUpdateSkipLocked() {
    return forUpdate.isEmpty() ? "" : forUpdate + " skip locked";
  }

  /**
   * Types and clauses of the migrations: bytes; text that is compared byte by byte; a table that
   * lies in the order of its primary key.
   */
  Map<String, String> placeholders() {
    return placeholders;
  }
}
