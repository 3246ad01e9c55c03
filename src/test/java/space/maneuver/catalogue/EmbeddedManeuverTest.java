package space.maneuver.catalogue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedManeuverTest extends ManeuverContract {

  private final Path directory;

  EmbeddedManeuverTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  StoreSettings settings() {
    return StoreSettings.embedded(directory.resolve("store"));
  }
}
