package space.maneuver.catalogue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedElementSetTest extends ElementSetContract {

  @TempDir private Path directory;

  @Override
  StoreSettings settings() {
    return StoreSettings.embedded(directory.resolve("store"));
  }
}
