package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import space.maneuver.Application;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.StoreSettings;

/** A service that cannot start reports why in one sentence, without a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {

  private static final String STORE_REMEDY = "MANEUVER_STORE_DIRECTORY";

  private final Path directory;

  StartFailureTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void missingModelDirectoryIsReported(CapturedOutput output) {
    Path missing = directory.resolve("missing");

    start("--maneuver.models.directory=" + missing);

    assertShort(
        output,
        missing
            + ": cannot be listed: it does not exist; expected a directory with one subdirectory per"
            + " bundle",
        "maneuver.models.directory",
        "MANEUVER_MODELS_DIRECTORY");
  }

  @Test
  void fileInPlaceOfTheModelDirectoryIsReported(CapturedOutput output) throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    start("--maneuver.models.directory=" + file);

    assertShort(
        output,
        file
            + ": cannot be listed: it is not a directory; expected a directory with one subdirectory"
            + " per bundle",
        "MANEUVER_MODELS_DIRECTORY");
  }

  @Test
  void unknownDefaultModelIsReportedWithTheAvailableOnes(CapturedOutput output) {
    start("--maneuver.models.default=nix");

    assertShort(
        output,
        "model 'nix' not found; expected one of: maneuver-lstm:",
        "maneuver.models.default",
        "MANEUVER_MODELS_DEFAULT");
  }

  @Test
  void missingSolarFluxFileIsReported(CapturedOutput output) {
    Path missing = directory.resolve("missing.csv");

    start("--maneuver.models.solar-flux=" + missing);

    assertShort(
        output, missing + ": no such file", "maneuver.models.solar-flux", "MANEUVER_SOLAR_FLUX");
  }

  @Test
  void invalidSolarFluxFileIsReported(CapturedOutput output) throws IOException {
    Path file = Files.writeString(directory.resolve("flux.csv"), "DAY,FLUX\n");

    start("--maneuver.models.solar-flux=" + file);

    assertShort(
        output, file + ", line 1: columns DATE and F10.7_OBS expected", "MANEUVER_SOLAR_FLUX");
  }

  @Test
  void solarFluxThatNoModelUsesIsRefused(CapturedOutput output) throws IOException {
    Path file = Files.writeString(directory.resolve("flux.csv"), "DATE,F10.7_OBS\n");

    start("--maneuver.models.solar-flux=" + file);

    assertShort(output, file + ": no model was trained with solar flux", "MANEUVER_SOLAR_FLUX");
  }

  @Test
  void malformedKeyIsReportedWithoutIt(CapturedOutput output) {
    start("--maneuver.security.keys=alice:write:hunter2");

    assertShort(
        output,
        "MANEUVER_KEYS (maneuver.security.keys), entry 1: the hash of key alice must be 64"
            + " hexadecimal digits",
        "keys --name alice --role write");
    assertThat(output.getAll()).doesNotContain("hunter2");
  }

  @Test
  void missingFileOfKeysIsReported(CapturedOutput output) {
    Path missing = directory.resolve("missing.keys");

    start("--maneuver.security.keys-file=" + missing);

    assertShort(output, missing + ": no such file", "MANEUVER_KEYS_FILE");
  }

  @Test
  void providerWithoutAnAudienceIsReported(CapturedOutput output) {
    start("--maneuver.security.oidc.issuer=https://id.example");

    assertShort(output, "MANEUVER_OIDC_AUDIENCE (maneuver.security.oidc.audience) is empty");
  }

  @Test
  void directoryOfTheStoreThatIsAFileIsReported(CapturedOutput output) throws IOException {
    Path file = Files.writeString(directory.resolve("taken"), "");

    start("--maneuver.store.url=", "--maneuver.store.directory=" + file);

    assertShort(
        output, "The directory '" + file + "' of the store cannot be written", STORE_REMEDY);
  }

  @Test
  void directoryOfAnotherStoreIsReported(CapturedOutput output) {
    Path taken = directory.resolve("store");
    try (Catalogue other = Catalogue.open(StoreSettings.embedded(taken))) {
      other.check();
      start("--maneuver.store.url=", "--maneuver.store.directory=" + taken);
    }

    assertShort(
        output, "The directory '" + taken + "' of the store is in use by another", STORE_REMEDY);
  }

  @Test
  void databaseOfAnotherKindIsReported(CapturedOutput output) {
    start("--maneuver.store.url=jdbc:mysql://localhost/catalogue");

    assertThat(output.getAll())
        .contains("APPLICATION FAILED TO START", "must be empty, none or jdbc:postgresql://HOST");
  }

  @Test
  void retentionThatASearchCannotDoWithIsReported(CapturedOutput output) {
    start("--maneuver.store.url=none", "--maneuver.catalogue.keep-element-sets-days=100");

    assertThat(output.getAll())
        .contains("APPLICATION FAILED TO START", "keep-element-sets-days must be 0 or at least");
  }

  private static void start(String... settings) {
    String[] arguments = Arrays.copyOf(settings, settings.length + 1);
    arguments[settings.length] = "--server.port=0";
    assertThatThrownBy(() -> SpringApplication.run(Application.class, arguments))
        .isInstanceOf(RuntimeException.class);
  }

  private static void assertShort(CapturedOutput output, String... parts) {
    String said = output.getAll();
    assertThat(said).contains("APPLICATION FAILED TO START").contains(parts);
    assertThat(said).doesNotContain("\tat ", "BeanCreationException", "UnsatisfiedDependency");
  }
}
