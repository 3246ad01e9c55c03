package space.maneuver.web.catalogue;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import space.maneuver.catalogue.StoreSettings;

/**
 * Where the catalogue is kept.
 *
 * @param url JDBC URL of a PostgreSQL database; empty: an embedded database; none: the service
 *     keeps no catalogue
 * @param directory directory of the embedded database, which only one process can use
 * @param user user of the PostgreSQL database; empty: as in the URL
 * @param password password of that user; empty: as in the URL
 * @param connections maximum number of connections to PostgreSQL
 */
@ConfigurationProperties("maneuver.store")
@Validated
record StoreProperties(
    @DefaultValue("")
        @Pattern(
            regexp = "|none|jdbc:postgresql:.+",
            message = "must be empty, none or jdbc:postgresql://HOST/DATABASE")
        String url,
    @DefaultValue("maneuver-data") Path directory,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("10") @Min(2) int connections) {

  private static final String NONE = "none";

  /** Whether the service keeps a catalogue. */
  boolean isOn() {
    return !url.equals(NONE);
  }

  StoreSettings settings() {
    return new StoreSettings(
        emptyAsNull(url), directory, emptyAsNull(user), emptyAsNull(password), connections);
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
