package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.StoreSettings;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.catalogue.StoredBatch;
import space.maneuver.catalogue.UnusableStoreException;
import space.maneuver.command.ReportPrinter.InputSummary;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.CountingBar;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.orbit.format.PublishedElementSet;

@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Stores element sets in the catalogue that the service keeps, or sends them to a running"
          + " service.",
      "The service searches what is new while it runs. Storing element sets again is safe and"
          + " changes nothing, so a command that failed can be repeated. Exit status: 0 success, 1"
          + " nothing usable, an unreadable file or a store that does not answer, 2 wrong usage."
    },
    customSynopsis = "maneuver-detection ingest [OPTIONS] FILE...",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar ingest history.tle",
      "  java -jar maneuver-detection.jar ingest gp.json --url http://localhost:8080"
    })
final class IngestCommand implements Callable<Integer> {

  private static final int BATCH = 5_000;
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(200);

  @Spec private @Nullable CommandSpec command;

  @Mixin private InputFiles input = new InputFiles();

  @Under(Heading.OUTPUT)
  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Running service to send the element sets to, for example http://localhost:8080 (default:"
              + " store them directly).")
  private @Nullable URI url;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = "${env:MANEUVER_API_KEY}",
      description =
          "With --url: API key with the role write (default: environment variable"
              + " MANEUVER_API_KEY).")
  private @Nullable String apiKey;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--store-url",
      paramLabel = "URL",
      defaultValue = "${env:MANEUVER_STORE_URL}",
      description =
          "PostgreSQL database, jdbc:postgresql://HOST/DATABASE, with user and password in"
              + " MANEUVER_STORE_USER and MANEUVER_STORE_PASSWORD (default: environment variable"
              + " MANEUVER_STORE_URL, else the embedded database).")
  private @Nullable String storeUrl;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--store-directory",
      paramLabel = "DIR",
      defaultValue = "${env:MANEUVER_STORE_DIRECTORY:-maneuver-data}",
      description =
          "Directory of the embedded database; while a service uses it, send to the service by --url"
              + " (default: environment variable MANEUVER_STORE_DIRECTORY, else maneuver-data).")
  private Path storeDirectory = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (Target target = target()) {
      return ingest(target);
    } catch (StoreUnavailableException | UnusableStoreException | NotStoredException e) {
      Console.err(command).println(e.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  private int ingest(Target target) throws IOException {
    Counts counts = new Counts();
    try (CountingBar bar = new CountingBar("storing", -1)) {
      List<PublishedElementSet> batch = new ArrayList<>(BATCH);
      InputSummary summary =
          input.readPublished(
              Console.err(command),
              next -> {
                batch.add(next);
                bar.step();
                if (batch.size() == BATCH) {
                  counts.add(target.store(batch));
                  batch.clear();
                }
              });
      if (!batch.isEmpty()) {
        counts.add(target.store(batch));
      }
      return summary.complete() && counts.usable() > 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      PrintWriter out = Console.out(command);
      out.println(counts);
      out.flush();
    }
  }

  private Target target() throws IOException {
    if (url != null) {
      if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
        throw Console.usage(command, "--url must begin with http:// or https://, not " + url);
      }
      return new RemoteCatalogue(url, emptyAsNull(apiKey));
    }
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
      return new LocalCatalogue(catalogue);
    } catch (RuntimeException e) {
      catalogue.close();
      throw e;
    }
  }

  private static @Nullable String emptyAsNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** PostgreSQL is taken up in the background. */
  private static void await(Catalogue catalogue) {
    long end = System.nanoTime() + WAIT.toNanos();
    while (true) {
      try {
        catalogue.check();
        return;
      } catch (StoreUnavailableException e) {
        if (System.nanoTime() - end >= 0) {
          throw e;
        }
      }
      try {
        Thread.sleep(BETWEEN_CHECKS.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What takes element sets. */
  interface Target extends AutoCloseable {

    /**
     * Stores element sets; they are durable when this returns.
     *
     * @throws StoreUnavailableException if the database does not answer or has no room
     * @throws NotStoredException if a service refuses them or does not answer
     */
    StoredBatch store(List<PublishedElementSet> batch);

    @Override
    void close();
  }

  /** Thrown when a service does not take element sets; the message says why. */
  static final class NotStoredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotStoredException(String message) {
      super(message);
    }
  }

  private record LocalCatalogue(Catalogue catalogue) implements Target {

    @Override
    public StoredBatch store(List<PublishedElementSet> batch) {
      return catalogue.store(batch, "ingest");
    }

    @Override
    public void close() {
      catalogue.close();
    }
  }

  /** What became of the element sets. */
  private static final class Counts {

    private final Set<Integer> objects = new HashSet<>();
    private long accepted;
    private long duplicates;

    void add(StoredBatch batch) {
      accepted += batch.accepted();
      duplicates += batch.duplicates();
      objects.addAll(batch.objects());
    }

    long usable() {
      return accepted + duplicates;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d element sets of %,d object%s: %,d stored, %,d known before",
          usable(),
          objects.size(),
          objects.size() == 1 ? "" : "s",
          accepted,
          duplicates);
    }
  }
}
