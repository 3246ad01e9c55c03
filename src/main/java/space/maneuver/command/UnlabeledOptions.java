package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.orbit.History;
import space.maneuver.training.UnlabeledHistories;

/** The real histories without published burns that {@code train} and {@code evaluate} take. */
final class UnlabeledOptions {

  @Under(Heading.DATA)
  @Option(
      names = "--passive-data",
      paramLabel = "DIR|FILE",
      description =
          "Real histories of objects that never maneuver, such as debris: element sets of any number"
              + " of objects, in any format that detect reads; the files of a directory are groups in"
              + " the report of evaluate. Training takes them as they are, and with burns planted into"
              + " them. May be repeated (default: none).")
  private List<Path> passive = List.of();

  @Under(Heading.DATA)
  @Option(
      names = "--unlabeled-data",
      paramLabel = "DIR|FILE",
      description =
          "Real histories of satellites whose burns are not known. Training takes as labels the steps"
              + " of their orbits that nothing but thrust explains, and burns planted into their quiet"
              + " times. May be repeated (default: none).")
  private List<Path> active = List.of();

  private @Nullable UnlabeledHistories histories;

  boolean isEmpty() {
    return passive.isEmpty() && active.isEmpty();
  }

  boolean hasPassive() {
    return !passive.isEmpty();
  }

  /** Reads all files, once; rejected records are listed. */
  UnlabeledHistories read(PrintWriter err) throws IOException {
    if (histories == null) {
      histories = readAll(err);
    }
    return histories;
  }

  private UnlabeledHistories readAll(PrintWriter err) throws IOException {
    Map<String, List<Path>> files = new TreeMap<>();
    for (Path path : passive) {
      for (Path file : Files.isDirectory(path) ? HistoryFiles.files(path) : List.of(path)) {
        files.computeIfAbsent(group(file), unseen -> new ArrayList<>()).add(file);
      }
    }
    Map<String, List<History>> groups = new TreeMap<>();
    for (Map.Entry<String, List<Path>> each : files.entrySet()) {
      groups.put(each.getKey(), HistoryFiles.read(each.getValue(), err));
    }
    return UnlabeledHistories.of(
        groups, active.isEmpty() ? List.of() : HistoryFiles.read(active, err));
  }

  /** Returns the name of a file up to its first dot. */
  private static String group(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Returns the options that affect the result, as on a command line. */
  String asOptions() {
    return (passive.isEmpty() ? "" : " --passive-data PASSIVE")
        + (active.isEmpty() ? "" : " --unlabeled-data UNLABELED");
  }
}
