package space.maneuver.command;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.command.report.ReportPrinter.InputSummary;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.CountingBar;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.inference.OrderedTasks;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.orbit.GroupedHistories;
import space.maneuver.orbit.History;

/** The options of a command that reads the histories of objects. */
@Under(Heading.INPUT)
final class InputOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Mixin private InputFiles files = new InputFiles();

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
        summary = files.read(Console.err(command), histories::add);
        histories.finish();
      } else {
        ElementSetStore store = new ElementSetStore(limit);
        summary = files.read(Console.err(command), store::add);
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
}
