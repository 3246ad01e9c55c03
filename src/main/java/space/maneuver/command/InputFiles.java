package space.maneuver.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import space.maneuver.command.report.ReportPrinter.InputSummary;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.command.terminal.RejectionList;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.orbit.format.Rejection;

/**
 * The options that name the files of element sets a command reads, one after another. A file that
 * is missing, truncated or of an unknown format is named on standard error, and reading continues
 * with the next one.
 */
@Under(Heading.INPUT)
final class InputFiles {

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

  /**
   * Reads all files.
   *
   * @param err unusable records and files are named there
   * @param good receives each usable element set
   * @throws UnreadableInputException with --strict, naming file, place and reason
   */
  InputSummary read(PrintWriter err, Consumer<ElementSet> good) throws IOException {
    return read(err, (in, bad) -> ElementSetReader.read(in, format, good, bad));
  }

  /** Reads all files as {@link #read}, with the digits that were published. */
  InputSummary readPublished(PrintWriter err, Consumer<PublishedElementSet> good)
      throws IOException {
    return read(
        err,
        (in, bad) ->
            ElementSetReader.readPublished(in, format, ElementSetReader.MOST_INFLATED, good, bad));
  }

  private InputSummary read(PrintWriter err, Reading reading) throws IOException {
    RejectionList rejections = new RejectionList(err);
    boolean complete = true;
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        reading.read(
            in, strict ? ElementSetReader::stop : bad -> rejections.add(placed(file, bad)));
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

  private interface Reading {

    void read(InputStream in, Consumer<Rejection> bad) throws IOException;
  }

  private Rejection placed(Path file, Rejection bad) {
    return files.size() > 1 ? bad.in(file.toString()) : bad;
  }

  private static UnreadableInputException named(Path file, IOException e) {
    return new UnreadableInputException(
        e instanceof FileSystemException fault
            ? Console.reason(fault)
            : file + ": " + e.getMessage(),
        e);
  }
}
