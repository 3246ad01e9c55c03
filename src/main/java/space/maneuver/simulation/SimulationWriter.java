package space.maneuver.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.GpJsonWriter;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.orbit.label.BurnTable;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * Writes histories as the labelled directories that {@link LabelledHistory} reads. A directory
 * appears under its name only once it is complete.
 */
public final class SimulationWriter {

  private final Path directory;
  private final SimulationFormat format;

  /**
   * Creates a writer.
   *
   * @param directory parent directory, created if missing
   * @param format format of the element sets; TLEs get a name line
   */
  public SimulationWriter(Path directory, SimulationFormat format) {
    this.directory = directory;
    this.format = format;
  }

  /**
   * Writes one history.
   *
   * @return its directory
   * @throws FileAlreadyExistsException if that directory exists, which is left untouched
   */
  public Path write(LabelledHistory history) throws IOException {
    Files.createDirectories(directory);
    Path target = directory.resolve(history.name());
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path side = Files.createTempDirectory(directory, ".partial-");
    try {
      // Readable by others, unlike the temporary directory.
      Path partial = Files.createDirectory(side.resolve(history.name()));
      writeElements(history.history().elements(), partial);
      try (BufferedWriter to = Files.newBufferedWriter(partial.resolve("maneuvers.csv"))) {
        BurnTable.write(history.burns(), to);
      }
      return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(side);
    }
  }

  private void writeElements(List<ElementSet> elements, Path folder) throws IOException {
    try (BufferedWriter to = Files.newBufferedWriter(folder.resolve(format.file()))) {
      switch (format) {
        case TLE -> writeLines(elements, to);
        case GP_JSON -> GpJsonWriter.write(elements, to);
      }
    }
  }

  private static void writeLines(List<ElementSet> elements, BufferedWriter to) throws IOException {
    for (ElementSet each : elements) {
      if (each.name() != null) {
        to.write("0 " + each.name() + "\n");
      }
      to.write(TleWriter.lines(each) + "\n");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
