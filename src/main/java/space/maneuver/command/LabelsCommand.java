package space.maneuver.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.KeptElementSet;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.catalogue.UnusableStoreException;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.command.RemoteCatalogue.ServiceFailedException;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.CountingBar;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.PublishedWriter;
import space.maneuver.orbit.format.PublishedWriter.Layout;
import space.maneuver.orbit.label.BurnTable;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.LabelledHistory.Interval;

@Command(
    name = "labels",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what analysts reviewed as labeled histories that train and evaluate take: a directory"
          + " for each object, with its element sets, its burns (maneuvers.csv) and the intervals"
          + " that were reviewed (reviewed.csv), outside which nothing is known.",
      "The verdict burn gives its interval as a burn, no-burn and quiet give it as quiet, unsure gives"
          + " nothing. Exit status: 0 success, 1 no verdict or a catalogue that does not answer, 2"
          + " wrong usage."
    },
    customSynopsis = "maneuver-detection labels [OPTIONS] --output DIR",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar labels --output reviewed",
      "  java -jar maneuver-detection.jar labels --output reviewed --url http://localhost:8080"
    })
final class LabelsCommand implements Callable<Integer> {

  private static final int CHUNK = 1_000;
  private static final String ELEMENT_SETS = "elsets.json";
  private static final String BURNS = "maneuvers.csv";

  @Spec private @Nullable CommandSpec command;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Directory to write to, which must be empty or not exist. Required.")
  private Path output = Path.of("");

  @Mixin private CatalogueOptions catalogue = new CatalogueOptions();

  /** A catalogue with its reviews. */
  interface ReviewedCatalogue extends AutoCloseable {

    /**
     * All reviews.
     *
     * @throws StoreUnavailableException if the database does not answer
     * @throws ServiceFailedException if a service refuses to tell them or does not answer
     */
    List<Review> reviews();

    /** Writes the element sets of an object as GP data in JSON. */
    void elementSets(int noradId, Path to) throws IOException;

    @Override
    void close();
  }

  @Override
  public Integer call() throws IOException {
    if (Files.exists(output) && !isEmptyDirectory(output)) {
      throw Console.usage(command, "--output: " + output + " is not an empty directory");
    }
    try (ReviewedCatalogue reviewed = reviewed()) {
      List<Review> reviews = reviewed.reviews();
      Map<Integer, List<Review>> byObject =
          reviews.stream()
              .filter(each -> each.verdict() != Verdict.UNSURE)
              .collect(Collectors.groupingBy(Review::noradId, TreeMap::new, Collectors.toList()));
      try (CountingBar bar = new CountingBar("writing", byObject.size())) {
        for (Map.Entry<Integer, List<Review>> each : byObject.entrySet()) {
          write(reviewed, each.getKey(), each.getValue());
          bar.step();
        }
      }
      PrintWriter out = Console.out(command);
      out.println(summary(reviews, byObject.size()));
      out.flush();
      return byObject.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    } catch (StoreUnavailableException | UnusableStoreException | ServiceFailedException e) {
      Console.err(command).println(e.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  private static boolean isEmptyDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  private ReviewedCatalogue reviewed() {
    RemoteCatalogue service = catalogue.service(command);
    return service == null ? new LocalCatalogue(catalogue.open(command)) : service;
  }

  private void write(ReviewedCatalogue reviewed, int noradId, List<Review> reviews)
      throws IOException {
    Path directory = Files.createDirectories(output.resolve(Integer.toString(noradId)));
    Path elementSets = directory.resolve(ELEMENT_SETS);
    reviewed.elementSets(noradId, elementSets);
    List<Burn> burns =
        reviews.stream()
            .filter(each -> each.verdict() == Verdict.BURN)
            .map(each -> new Burn(each.start(), each.end(), 1, Double.NaN, Double.NaN, Double.NaN))
            .toList();
    try (BufferedWriter to = Files.newBufferedWriter(directory.resolve(BURNS))) {
      BurnTable.write(burns, to);
    }
    NavigableSet<Instant> epochs = epochs(elementSets);
    try (BufferedWriter to =
        Files.newBufferedWriter(directory.resolve(LabelledHistory.REVIEWED_TABLE))) {
      to.write("start_utc,end_utc\n");
      for (Review each : reviews) {
        Interval known = known(each, epochs);
        to.write(known.start() + "," + known.end() + "\n");
      }
    }
  }

  private static NavigableSet<Instant> epochs(Path elementSets) throws IOException {
    NavigableSet<Instant> epochs = new TreeSet<>();
    try (InputStream in = Files.newInputStream(elementSets)) {
      ElementSetReader.read(in, null, each -> epochs.add(each.epoch()), rejected -> {});
    }
    return epochs;
  }

  /**
   * What is known of a history: of a maneuver, the gaps between element sets that it may lie in; of
   * a stretch, itself.
   */
  private static Interval known(Review review, NavigableSet<Instant> epochs) {
    if (review.maneuverId() == null && review.verdict() == Verdict.QUIET) {
      return new Interval(review.start(), review.end());
    }
    Instant before = epochs.floor(review.start());
    Instant after = epochs.ceiling(review.end());
    return new Interval(
        before == null ? review.start() : before, after == null ? review.end() : after);
  }

  private static String summary(List<Review> reviews, int objects) {
    Map<Verdict, Long> counts =
        reviews.stream().collect(Collectors.groupingBy(Review::verdict, Collectors.counting()));
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      parts.add(counts.getOrDefault(verdict, 0L) + " " + verdict.label());
    }
    return "verdicts on %d object%s: %s"
        .formatted(objects, objects == 1 ? "" : "s", String.join(", ", parts));
  }

  private record LocalCatalogue(Catalogue catalogue) implements ReviewedCatalogue {

    @Override
    public List<Review> reviews() {
      List<Review> all = new ArrayList<>();
      List<Review> some;
      do {
        long after = all.isEmpty() ? 0 : all.get(all.size() - 1).id();
        some = catalogue.reviews().list(Set.of(), after, CHUNK);
        all.addAll(some);
      } while (some.size() == CHUNK);
      return all;
    }

    @Override
    public void elementSets(int noradId, Path to) throws IOException {
      try (BufferedWriter out = Files.newBufferedWriter(to)) {
        PublishedWriter writer = new PublishedWriter(Layout.JSON, out);
        Instant from = Instant.MIN;
        List<KeptElementSet> some;
        do {
          some = catalogue.elementSets(noradId, from, Instant.MAX, CHUNK);
          for (KeptElementSet each : some) {
            writer.write(each.published());
            from = each.published().epoch().plus(1, ChronoUnit.MICROS);
          }
        } while (some.size() == CHUNK);
        writer.end();
      }
    }

    @Override
    public void close() {
      catalogue.close();
    }
  }
}
