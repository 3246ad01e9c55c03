package space.maneuver.catalogue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedElementSetTest extends ElementSetContract {

  private final Path directory;

  EmbeddedElementSetTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  StoreSettings settings() {
    return StoreSettings.embedded(directory.resolve("store"));
  }
}
