package space.maneuver.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.maneuver.command.ReportPrinter.InputSummary;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.CountingBar;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.command.terminal.RejectionList;
import space.maneuver.inference.OrderedTasks;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.orbit.GroupedHistories;
import space.maneuver.orbit.History;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;

/** The options that name the element sets a command reads. */
@Under(Heading.INPUT)
final class InputOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Element sets as TLE, GP JSON or CSV, OMM XML or KVN; gzip is recognized. Several objects"
              + " per file are fine, in any order.")
  private List<Path> files = List.of();

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description =
          "Format of all files: ${COMPLETION-CANDIDATES} (default: recognized by each file's"
              + " content).")
  private @Nullable ElementSetFormat format;

  @Option(
      names = "--strict",
      description =
          "Stop at the first unusable record or file (default: skip it, name it and go on).")
  private boolean strict;

  @Option(
      names = "--grouped",
      description =
          "Assume input sorted by object and process one object at a time, in constant memory; an"
              + " object that reappears is an error.")
  private boolean grouped;

  @Option(
      names = "--max-element-sets",
      paramLabel = "N",
      defaultValue = "" + ElementSetStore.USUAL_LIMIT,
      description =
          "Maximum number of element sets in memory, at least 1, over all objects (with --grouped:"
              + " per object); about 100 bytes each (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private Threads threads = new Threads();

  /**
   * Reads all files and processes their histories, one per object, on several threads. Unusable
   * records and files are named on standard error.
   *
   * @param task label of the progress bar
   * @param wanted selects histories
   * @param work processes a history, on any thread
   * @param next receives the results on the calling thread, in the order in which the objects first
   *     appear
   */
  <T> InputSummary forEachHistory(
      String task, Predicate<History> wanted, Function<History, T> work, Consumer<T> next)
      throws IOException {
    if (limit < 1) {
      throw Console.usage(command, "--max-element-sets must be at least 1, not " + limit);
    }
    int number = threads.number(command);
    InputFiles input = new InputFiles(files, format, strict, Console.err(command));
    try (CountingBar bar = new CountingBar(task, -1);
        OrderedTasks<T> tasks = OrderedTasks.onThreads(number, next.andThen(done -> bar.step()))) {
      Consumer<History> add =
          history -> {
            if (wanted.test(history)) {
              tasks.add(() -> work.apply(history));
            }
          };
      InputSummary summary;
      if (grouped) {
        GroupedHistories histories = new GroupedHistories(limit, add);
        summary = input.read(histories::add);
        histories.finish();
      } else {
        ElementSetStore store = new ElementSetStore(limit);
        summary = input.read(store::add);
        List<History> histories = store.histories();
        bar.expect(histories.size());
        histories.forEach(add);
      }
      tasks.finish();
      return summary;
    }
  }

  /** The option for the number of threads. */
  @Under(Heading.OTHER)
  static final class Threads {

    private static final int MOST = 1024;

    @Option(
        names = "--threads",
        paramLabel = "N",
        description =
            "Number of threads, 1 to 1024; the output does not depend on it (default: number of"
                + " cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Returns the number, or throws a usage error if it is out of range. */
    int number(@Nullable CommandSpec command) {
      if (threads < 1 || threads > MOST) {
        throw Console.usage(command, "--threads must be 1 to " + MOST + ", not " + threads);
      }
      return threads;
    }
  }

  /**
   * Files of element sets, read one after another. A file that is missing, truncated or of an
   * unknown format is named on standard error, and reading continues with the next one.
   */
  private static final class InputFiles {

    private final List<Path> files;
    private final @Nullable ElementSetFormat format;
    private final boolean strict;
    private final PrintWriter err;
    private final RejectionList rejections;

    /**
     * @param format format of all files; null to recognize each
     * @param strict whether the first unusable record or file ends the reading
     */
    InputFiles(
        List<Path> files, @Nullable ElementSetFormat format, boolean strict, PrintWriter err) {
      this.files = files;
      this.format = format;
      this.strict = strict;
      this.err = err;
      this.rejections = new RejectionList(err);
    }

    /**
     * Reads all files.
     *
     * @param good receives each usable element set
     * @throws UnreadableInputException if strict, naming file, place and reason
     */
    InputSummary read(Consumer<ElementSet> good) throws IOException {
      boolean complete = true;
      for (Path file : files) {
        try {
          read(file, good);
        } catch (IOException e) {
          UnreadableInputException named = named(file, e);
          if (strict) {
            throw named;
          }
          err.println(named.getMessage());
          complete = false;
        }
      }
      rejections.end();
      return new InputSummary(rejections.first(), rejections.count(), complete);
    }

    private void read(Path file, Consumer<ElementSet> good) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        if (strict) {
          ElementSetReader.readStrictly(in, format, good);
        } else {
          ElementSetReader.read(
              in,
              format,
              good,
              bad -> rejections.add(files.size() > 1 ? bad.in(file.toString()) : bad));
        }
      }
    }

    private static UnreadableInputException named(Path file, IOException e) {
      return new UnreadableInputException(
          e instanceof FileSystemException fault
              ? Console.reason(fault)
              : file + ": " + e.getMessage(),
          e);
    }
  }
}
