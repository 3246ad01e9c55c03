package space.maneuver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.ElementSetReader;

class BenchCatalogueTest {

  private final BenchCatalogue catalogue = new BenchCatalogue(OrbitRegime.LEO);

  @Test
  void isReadBackIdenticallyFromEitherFormat(@TempDir Path directory) throws IOException {
    Path tle = directory.resolve("few.tle");
    Path json = directory.resolve("few.json");
    catalogue.writeTle(tle, 15);
    catalogue.writeJson(json, 15);

    List<History> read = read(tle);

    assertThat(read).hasSize(15).isEqualTo(read(json));
    assertThat(read).extracting(History::noradId).doesNotHaveDuplicates();
    assertThat(read)
        .allSatisfy(
            each -> {
              assertThat(each.size()).isEqualTo(BenchCatalogue.ELEMENT_SETS);
              assertThat(each.regime()).isEqualTo(OrbitRegime.LEO);
            });
  }

  private static List<History> read(Path file) throws IOException {
    ElementSetStore store = new ElementSetStore(10_000);
    try (InputStream in = Files.newInputStream(file)) {
      ElementSetReader.read(in, null, store::add, ElementSetReader::stop);
    }
    return store.histories().stream().map(BenchCatalogueTest::withoutClass).toList();
  }

  /** A TLE does not tell it. */
  private static History withoutClass(History history) {
    return new History(
        history.elements().stream()
            .map(each -> each.withObjectClass(ObjectClass.UNKNOWN))
            .toList());
  }
}
