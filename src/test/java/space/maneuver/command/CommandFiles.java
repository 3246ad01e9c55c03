package space.maneuver.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import space.maneuver.model.bundle.BundleWriter;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.orbit.History;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.ElementSetDocument;

/** Input files for commands. */
final class CommandFiles {

  private CommandFiles() {}

  /** Writes a model that detects jumps of the elements, without solar flux. */
  static Path model(Path parent) throws IOException {
    return model(parent.resolve("test"), DailyBundles.jumpFinder());
  }

  static Path model(Path directory, LoadedBundle bundle) throws IOException {
    BundleWriter.write(directory, bundle.description(), bundle.network(), bundle.card());
    return directory;
  }

  /** Returns a history under another catalogue number. */
  static History of(int noradId, History history) {
    return new History(
        history.elements().stream().map(each -> each.withObject(noradId, each.name())).toList());
  }

  static Path tle(Path file, History... histories) throws IOException {
    return Files.writeString(
        file,
        List.of(histories).stream()
            .map(history -> ElementSetDocument.tles(history.elements()))
            .collect(Collectors.joining()));
  }
}
