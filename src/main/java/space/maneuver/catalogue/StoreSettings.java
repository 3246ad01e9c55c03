package space.maneuver.catalogue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the catalogue is kept.
 *
 * @param url JDBC URL of a PostgreSQL database; null for an embedded database
 * @param directory directory of the embedded database, which is created if it is missing
 * @param user user of the PostgreSQL database; null: as in the URL
 * @param password null: as in the URL
 * @param connections greatest number of connections to PostgreSQL, at least 2
 */
public record StoreSettings(
    @Nullable String url,
    Path directory,
    @Nullable String user,
    @Nullable String password,
    int connections) {

  private static final int USUAL_CONNECTIONS = 10;

  /** An embedded database. */
  public static StoreSettings embedded(Path directory) {
    return new StoreSettings(null, directory, null, null, USUAL_CONNECTIONS);
  }

  /** A PostgreSQL database. */
  public static StoreSettings postgresql(
      String url, @Nullable String user, @Nullable String password) {
    return new StoreSettings(url, Path.of(""), user, password, USUAL_CONNECTIONS);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return url == null ? "the directory " + directory.toAbsolutePath() : "the database " + url;
  }
}
