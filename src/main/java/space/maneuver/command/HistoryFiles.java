package space.maneuver.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import space.maneuver.command.terminal.RejectionList;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.orbit.History;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetReader;

/** Reads histories without labels: files of any number of objects, or directories of them. */
final class HistoryFiles {

  /** Takes about 1 GB of memory. */
  private static final int MOST_ELEMENT_SETS = 10_000_000;

  private static final List<String> ENDINGS =
      List.of(".tle", ".txt", ".json", ".csv", ".xml", ".kvn");
  private static final String COMPRESSED = ".gz";

  private HistoryFiles() {}

  /**
   * Reads all files and groups their element sets by object. Rejected records are listed.
   *
   * @param paths files, or directories of which every file with a known ending is read
   * @return ascending in catalogue number
   * @throws UnreadableInputException if a file cannot be read, or a directory has none
   */
  static List<History> read(List<Path> paths, PrintWriter err) throws IOException {
    RejectionList rejected = new RejectionList(err);
    ElementSetStore store = new ElementSetStore(MOST_ELEMENT_SETS);
    for (Path path : paths) {
      for (Path file : Files.isDirectory(path) ? files(path) : List.of(path)) {
        try (InputStream in = Files.newInputStream(file)) {
          ElementSetReader.read(
              in, null, store::add, each -> rejected.add(each.in(file.toString())));
        } catch (UnreadableInputException e) {
          throw new UnreadableInputException(file + ": " + e.getMessage(), e);
        }
      }
    }
    rejected.end();
    return store.histories();
  }

  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> files =
          all.filter(Files::isRegularFile).filter(HistoryFiles::isKnown).sorted().toList();
      if (files.isEmpty()) {
        throw new UnreadableInputException(
            directory
                + ": has no file that ends in "
                + String.join(", ", ENDINGS)
                + ", or one of these with "
                + COMPRESSED);
      }
      return files;
    }
  }

  private static boolean isKnown(Path file) {
    String name = String.valueOf(file.getFileName());
    String plain =
        name.endsWith(COMPRESSED) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
    return ENDINGS.stream().anyMatch(plain::endsWith);
  }
}
