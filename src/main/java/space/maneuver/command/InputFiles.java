package space.maneuver.command;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ElementSetReader;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Rejection;
import space.maneuver.orbit.UnreadableInputException;

/**
 * What files of element sets hold.
 *
 * @param histories one per object, in the order in which they first appear
 * @param rejected records that were not usable, over all files
 */
record InputFiles(List<History> histories, List<Rejection> rejected) {

  private static final int GZIP_MAGIC = 0x1f8b;

  /**
   * Reads files of any format, compressed by gzip or not.
   *
   * @throws IOException if a file is not there or not readable, {@link UnreadableInputException} if
   *     it is not of a known format; the message names it
   */
  static InputFiles read(List<Path> files) throws IOException {
    Map<Integer, List<ElementSet>> byObject = new LinkedHashMap<>();
    List<Rejection> rejected = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = open(file)) {
        ElementSetReader.read(
            in,
            null,
            elements ->
                byObject.computeIfAbsent(elements.noradId(), id -> new ArrayList<>()).add(elements),
            rejected::add);
      } catch (FileSystemException e) {
        throw e;
      } catch (IOException e) {
        throw new UnreadableInputException(file + ": " + reason(e), e);
      }
    }
    return new InputFiles(byObject.values().stream().map(History::of).toList(), rejected);
  }

  private static String reason(IOException e) {
    return e instanceof EOFException ? "ends too soon" : String.valueOf(e.getMessage());
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(2);
      int magic = in.read() << 8 | in.read();
      in.reset();
      return magic == GZIP_MAGIC ? new GZIPInputStream(in) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
