package space.maneuver.command;

import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Files of element sets, read one after another. One that is not there, of no known format or
 * broken off is named on standard error, and the next one is read.
 */
final class InputFiles {

  private final List<Path> files;
  private final @Nullable ElementSetFormat format;
  private final boolean strict;
  private final PrintWriter err;
  private final RejectionList rejections;

  /**
   * @param format null to recognise it file by file
   * @param strict whether the first fault of a record or file ends the reading
   */
  InputFiles(List<Path> files, @Nullable ElementSetFormat format, boolean strict, PrintWriter err) {
    this.files = files;
    this.format = format;
    this.strict = strict;
    this.err = err;
    this.rejections = new RejectionList(err);
  }

  /**
   * Reads all files.
   *
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
