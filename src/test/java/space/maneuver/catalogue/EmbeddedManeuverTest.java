package space.maneuver.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.PublishedTexts;

class EmbeddedManeuverTest extends ManeuverContract {

  private final Path directory;

  EmbeddedManeuverTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  StoreSettings settings() {
    return StoreSettings.embedded(directory.resolve("store"));
  }

  @Test
  void claimsEndWithTheirProcess() {
    StoreSettings settings = StoreSettings.embedded(directory.resolve("other"));
    Instant now = Instant.parse("2026-03-01T06:00:00Z");
    try (Catalogue first = Catalogue.open(settings)) {
      first.store(PublishedTexts.read(PublishedElementSets.STATION), "test");
      assertThat(first.dueObjects().claim(10, now)).hasSize(1);
    }

    try (Catalogue second = Catalogue.open(settings)) {
      assertThat(second.dueObjects().claim(10, now)).hasSize(1);
    }
  }
}
