package space.maneuver.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files that the arguments of the job name. */
final class InputFiles {

  private static final List<String> DOCUMENTS =
      List.of(".tle", ".txt", ".json", ".csv", ".xml", ".kvn");
  private static final String COMPRESSED = ".gz";
  private static final String TABLE = ".parquet";

  private InputFiles() {}

  /**
   * A file of element sets.
   *
   * @param path complete, with the scheme of its file system
   * @param bytes its size
   * @param modified time of its last change, ms since 1970
   */
  record InputFile(String path, long bytes, long modified) implements Serializable {

    /** Whether it is a Parquet table; otherwise its content tells the format. */
    boolean isTable() {
      return path.endsWith(TABLE);
    }
  }

  /**
   * Lists files in the order of the arguments, and the files of one argument in the order of their
   * paths; this order decides between element sets of the same epoch and number.
   *
   * @param inputs files, globs, or directories, of which all files with a known ending are used
   *     except those in hidden ones (beginning with . or _)
   * @throws JobException if an argument names no file
   */
  static List<InputFile> list(List<String> inputs, Configuration hadoop) {
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (String input : inputs) {
      try {
        List<InputFile> found = list(new Path(input), hadoop);
        if (found.isEmpty()) {
          throw JobException.usage(
              input
                  + ": has no file that ends in "
                  + String.join(", ", DOCUMENTS)
                  + ", one of these with "
                  + COMPRESSED
                  + ", or "
                  + TABLE);
        }
        found.forEach(file -> files.putIfAbsent(file.path(), file));
      } catch (FileNotFoundException e) {
        throw JobException.usage(input + ": no such file or directory");
      } catch (IOException | IllegalArgumentException e) {
        throw JobException.usage(input + ": " + e.getMessage());
      }
    }
    return List.copyOf(files.values());
  }

  private static List<InputFile> list(Path input, Configuration hadoop) throws IOException {
    FileSystem files = input.getFileSystem(hadoop);
    FileStatus[] named = files.globStatus(input);
    if (named == null || named.length == 0) {
      throw new FileNotFoundException(input.toString());
    }
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus each : named) {
      if (each.isDirectory()) {
        addKnown(files, each.getPath(), found);
      } else {
        found.add(each);
      }
    }
    return found.stream()
        .map(
            file ->
                new InputFile(file.getPath().toString(), file.getLen(), file.getModificationTime()))
        .sorted(Comparator.comparing(InputFile::path))
        .toList();
  }

  private static void addKnown(FileSystem files, Path directory, List<FileStatus> found)
      throws IOException {
    for (FileStatus each : files.listStatus(directory)) {
      String name = each.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (each.isDirectory()) {
        addKnown(files, each.getPath(), found);
      } else if (isKnown(name)) {
        found.add(each);
      }
    }
  }

  private static boolean isKnown(String name) {
    String plain =
        name.endsWith(COMPRESSED) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
    return name.endsWith(TABLE) || DOCUMENTS.stream().anyMatch(plain::endsWith);
  }
}
