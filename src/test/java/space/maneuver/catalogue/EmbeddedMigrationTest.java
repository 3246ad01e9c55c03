package space.maneuver.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.testing.PublishedTexts;

/** Migrations of the embedded store that did not end, or that a later version made. */
class EmbeddedMigrationTest {

  private static final PublishedElementSet KNOWN =
      PublishedTexts.of(70_001, "2026-03-01T00:00:00Z", "1.5", 1, null);
  private static final PublishedElementSet NEXT =
      PublishedTexts.of(70_001, "2026-03-02T00:00:00Z", "2.5", 2, null);

  private final StoreSettings settings;
  private final Path file;

  EmbeddedMigrationTest(@TempDir Path directory) throws InterruptedException {
    settings = StoreSettings.embedded(directory);
    file = directory.resolve("catalogue.db");
    try (Catalogue catalogue = CatalogueWait.open(settings)) {
      catalogue.store(List.of(KNOWN), "test");
    }
  }

  @Test
  void migrationThatFailedHalfwayIsToldAndNothingIsLost() throws Exception {
    change("update schema_history set success = 0 where version = '2'");

    assertThatThrownBy(() -> Catalogue.open(settings))
        .isInstanceOf(UnusableStoreException.class)
        .hasMessageContaining("failed migration to version 2")
        .hasMessageNotContaining("\n");

    change("update schema_history set success = 1");
    try (Catalogue catalogue = CatalogueWait.open(settings)) {
      assertThat(catalogue.object(KNOWN.noradId())).isPresent();
    }
  }

  @Test
  void schemaOfALaterVersionIsUsed() throws Exception {
    change("alter table object add column of_a_later_version text");
    change(
        "insert into schema_history select installed_rank + 1, '99', 'later', type, 'V99__later.sql',"
            + " 1, installed_by, installed_on, 1, 1 from schema_history"
            + " order by installed_rank desc limit 1");

    try (Catalogue catalogue = CatalogueWait.open(settings)) {
      assertThat(catalogue.store(List.of(KNOWN, NEXT), "test").accepted()).isEqualTo(1);
      assertThat(catalogue.object(KNOWN.noradId()).orElseThrow().elementSets()).isEqualTo(2);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
