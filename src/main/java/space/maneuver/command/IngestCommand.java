package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
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
import picocli.CommandLine.Spec;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.Catalogue.StoredBatch;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.catalogue.UnusableStoreException;
import space.maneuver.command.RemoteCatalogue.ServiceFailedException;
import space.maneuver.command.report.ReportPrinter.InputSummary;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.CountingBar;
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

  @Spec private @Nullable CommandSpec command;

  @Mixin private InputFiles input = new InputFiles();

  @Mixin private CatalogueOptions catalogue = new CatalogueOptions();

  @Override
  public Integer call() throws IOException {
    try (Target target = target()) {
      return ingest(target);
    } catch (StoreUnavailableException | UnusableStoreException | ServiceFailedException e) {
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

  private Target target() {
    RemoteCatalogue service = catalogue.service(command);
    return service == null ? new LocalCatalogue(catalogue.open(command)) : service;
  }

  /** What takes element sets. */
  interface Target extends AutoCloseable {

    /**
     * Stores element sets; they are durable when this returns.
     *
     * @throws StoreUnavailableException if the database does not answer or has no room
     * @throws ServiceFailedException if a service refuses them or does not answer
     */
    StoredBatch store(List<PublishedElementSet> batch);

    @Override
    void close();
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
