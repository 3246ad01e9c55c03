package space.maneuver.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.StoreSettings;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.catalogue.UnusableStoreException;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;

/** Which catalogue a command works on: that of a running service, or a store itself. */
final class CatalogueOptions {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(200);

  @Under(Heading.CATALOGUE)
  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Running service whose catalogue it is, for example http://localhost:8080 (default: the"
              + " store itself).")
  private @Nullable URI url;

  @Under(Heading.CATALOGUE)
  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = "${env:MANEUVER_API_KEY}",
      description =
          "With --url: API key of the service (default: environment variable"
              + " MANEUVER_API_KEY).")
  private @Nullable String apiKey;

  @Under(Heading.CATALOGUE)
  @Option(
      names = "--store-url",
      paramLabel = "URL",
      defaultValue = "${env:MANEUVER_STORE_URL}",
      description =
          "PostgreSQL database, jdbc:postgresql://HOST/DATABASE, with user and password in"
              + " MANEUVER_STORE_USER and MANEUVER_STORE_PASSWORD (default: environment variable"
              + " MANEUVER_STORE_URL, else the embedded database).")
  private @Nullable String storeUrl;

  @Under(Heading.CATALOGUE)
  @Option(
      names = "--store-directory",
      paramLabel = "DIR",
      defaultValue = "${env:MANEUVER_STORE_DIRECTORY:-maneuver-data}",
      description =
          "Directory of the embedded database; while a service uses it, name the service by --url"
              + " (default: environment variable MANEUVER_STORE_DIRECTORY, else maneuver-data).")
  private Path storeDirectory = Path.of("");

  /** The catalogue of the service that is named; null if none is. */
  @Nullable RemoteCatalogue service(@Nullable CommandSpec command) {
    if (url == null) {
      return null;
    }
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      throw Console.usage(command, "--url must begin with http:// or https://, not " + url);
    }
    return new RemoteCatalogue(url, emptyAsNull(apiKey));
  }

  /**
   * Opens the store.
   *
   * @throws StoreUnavailableException if its database does not answer within 30 s
   * @throws UnusableStoreException if it cannot be opened
   */
  Catalogue open(@Nullable CommandSpec command) {
    String database = emptyAsNull(storeUrl);
    if (database != null && !database.startsWith("jdbc:postgresql:")) {
      throw Console.usage(
          command, "--store-url must be jdbc:postgresql://HOST/DATABASE, not " + database);
    }
    Catalogue catalogue =
        Catalogue.open(
            database == null
                ? StoreSettings.embedded(storeDirectory)
                : StoreSettings.postgresql(
                    database,
                    emptyAsNull(System.getenv("MANEUVER_STORE_USER")),
                    emptyAsNull(System.getenv("MANEUVER_STORE_PASSWORD"))));
    try {
      await(catalogue);
      return catalogue;
    } catch (RuntimeException e) {
      catalogue.close();
      throw e;
    }
  }

  private static @Nullable String emptyAsNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Waits a moment; whether it was interrupted. */
  private static boolean interrupted() {
    try {
      Thread.sleep(BETWEEN_CHECKS.toMillis());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** PostgreSQL is taken up in the background. */
  private static void await(Catalogue catalogue) {
    long end = System.nanoTime() + WAIT.toNanos();
    while (true) {
      try {
        catalogue.check();
        return;
      } catch (StoreUnavailableException e) {
        if (System.nanoTime() - end >= 0 || interrupted()) {
          throw e;
        }
      }
    }
  }
}
