package space.maneuver.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.testing.PublishedTexts;
import space.maneuver.testing.SimulatedTles;

class EmbeddedElementSetTest extends ElementSetContract {

  private final Path directory;

  EmbeddedElementSetTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void fullDatabaseRefusesWholeBatchesUntilThereIsRoom() throws InterruptedException {
    List<PublishedElementSet> all = PublishedTexts.read(SimulatedTles.objects(20));
    try (Catalogue full = CatalogueWait.open(StoreSettings.embedded(directory.resolve("full")))) {
      full.database().read(jdbc -> jdbc.queryForList("pragma max_page_count = 1"));

      assertThatThrownBy(() -> full.store(all, "test"))
          .isInstanceOfSatisfying(
              StoreUnavailableException.class, e -> assertThat(e.isFull()).isTrue());

      assertThat(full.isUp()).isFalse();
      assertThat(full.object(all.get(0).noradId())).isEmpty();
      full.database().read(jdbc -> jdbc.queryForList("pragma max_page_count = 100000"));
      full.check();
      assertThat(full.isUp()).isTrue();
      assertThat(full.store(all, "test").accepted()).isEqualTo(all.size());
    }
  }

  @Override
  StoreSettings settings() {
    return StoreSettings.embedded(directory.resolve("store"));
  }
}
