package space.maneuver.web.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

class ApiKeysTest {

  private static final String ALICE = ApiKeyEntry.of("alice", Role.WRITE, "secret");
  private static final String BOB = ApiKeyEntry.of("bob", Role.READ, "other");

  @TempDir private Path directory = Path.of("");

  @Test
  void keyIsAcceptedByItsHash() {
    ApiKeys keys = keys(List.of(), List.of(ALICE, BOB), null);

    assertThat(caller(keys, "secret")).isEqualTo(new Caller("key alice", Role.WRITE));
    assertThat(caller(keys, "other")).isEqualTo(new Caller("key bob", Role.READ));
  }

  @ParameterizedTest
  @CsvSource({"secre", "secrets", "Secret", "''"})
  void otherKeyIsRefused(String key) {
    ApiKeys keys = keys(List.of(), List.of(ALICE, BOB), null);

    assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> caller(keys, key));
  }

  @Test
  void plainKeysAreAdminsNamedByTheirPosition() {
    ApiKeys keys = keys(List.of("one", "two"), List.of(ALICE), null);

    assertThat(caller(keys, "two")).isEqualTo(new Caller("key 1", Role.ADMIN));
    assertThat(caller(keys, "secret").id()).isEqualTo("key alice");
  }

  @Test
  void fileHasAKeyPerLine() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("keys"),
            "# callers\n\n  "
                + ALICE.toUpperCase(Locale.ROOT).replace("ALICE:WRITE", "alice:write")
                + " \r\n"
                + BOB);

    ApiKeys keys = keys(List.of(), List.of(), file);

    assertThat(caller(keys, "secret").id()).isEqualTo("key alice");
    assertThat(caller(keys, "other").id()).isEqualTo("key bob");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alice | must be name:role:hash, which has 2 colons, but has 0",
        "alice:write | must be name:role:hash, which has 2 colons, but has 1",
        "a:read:b:c | must be name:role:hash, which has 2 colons, but has 3",
        ":read:HASH | the name must be 1 to 64 letters",
        "1:read:HASH | the name must be 1 to 64 letters",
        "a b:read:HASH | the name must be 1 to 64 letters",
        "alice:owner:HASH | the role of key alice must be one of read, write, admin",
        "alice:Read:HASH | the role of key alice must be one of read, write, admin",
        "alice:read: | the hash of key alice must be 64 hexadecimal digits, the SHA-256 of the key,"
            + " but has 0 characters",
        "alice:read:hunter2 | but has 7 characters",
        "alice:read:zHASH | but has 65 characters",
        "alice:write:HASH | there is another key alice",
        "carol:write:SAME | key carol has the hash of key alice"
      })
  void malformedEntryIsRefusedByItsPlaceWithoutTheKey(String entry, String reason)
      throws IOException {
    String text =
        entry
            .replace("HASH", ApiKeyEntry.hash("third"))
            .replace("SAME", ApiKeyEntry.hash("secret"));
    Path file = Files.writeString(directory.resolve("keys"), ALICE + "\n\n" + text + "\n");

    assertThatExceptionOfType(AccessSettingException.class)
        .isThrownBy(() -> keys(List.of(), List.of(ALICE, text), null))
        .withMessageStartingWith("MANEUVER_KEYS (maneuver.security.keys), entry 2: ")
        .withMessageContaining(reason)
        .withMessageNotContainingAny("hunter2", ApiKeyEntry.hash("third"));
    assertThatExceptionOfType(AccessSettingException.class)
        .isThrownBy(() -> keys(List.of(), List.of(), file))
        .withMessageStartingWith(file + ", line 3: ")
        .withMessageContaining(reason);
  }

  @Test
  void plainKeyIsNoSecondKeyOfAnother() {
    assertThatExceptionOfType(AccessSettingException.class)
        .isThrownBy(() -> keys(List.of("secret"), List.of(ALICE), null))
        .withMessageContaining("key alice has the hash of key 0");
  }

  @Test
  void fileWithoutAKeyIsRefusedSinceItWouldOpenTheService() throws IOException {
    Path file = Files.writeString(directory.resolve("keys"), "# none yet\n");

    assertThatExceptionOfType(AccessSettingException.class)
        .isThrownBy(() -> keys(List.of(), List.of(ALICE), file))
        .withMessage(file + ": has no key");
  }

  @Test
  void fileThatCannotBeReadIsRefused() throws IOException {
    Path missing = directory.resolve("missing");
    Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff});

    assertThatExceptionOfType(AccessSettingException.class)
        .isThrownBy(() -> keys(List.of(), List.of(), missing))
        .withMessage(missing + ": no such file");
    assertThatExceptionOfType(AccessSettingException.class)
        .isThrownBy(() -> keys(List.of(), List.of(), directory))
        .withMessage(directory + ": is a directory, not a file");
    assertThatExceptionOfType(AccessSettingException.class)
        .isThrownBy(() -> keys(List.of(), List.of(), binary))
        .withMessage(binary + ": is not a text file in UTF-8");
  }

  @Test
  void nothingShowsAKeyOrItsHash() {
    SecurityProperties settings = settings(List.of("plain"), List.of(ALICE), null);

    assertThat(
            settings
                + " "
                + ApiKey.parse(ALICE)
                + " "
                + new ApiKeys.Unverified("plain")
                + " "
                + ApiKeys.of(settings).authenticate(new ApiKeys.Unverified("plain")))
        .doesNotContain("plain", ApiKeyEntry.hash("secret"));
  }

  @Test
  void hashesAreComparedInConstantTime() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ApiKey.class.getPackageName());

    assertThat(classes.get(ApiKey.class).getMethodCallsFromSelf())
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(MessageDigest.class)
                    && call.getName().equals("isEqual"));
    noClasses().should().dependOnClassesThat().areAssignableTo(Arrays.class).check(classes);
  }

  private static Caller caller(ApiKeys keys, String key) {
    Authentication authentication = keys.authenticate(new ApiKeys.Unverified(key));
    return ((CallerAuthentication) authentication).getPrincipal();
  }

  private static ApiKeys keys(List<String> plain, List<String> keys, @Nullable Path file) {
    return ApiKeys.of(settings(plain, keys, file));
  }

  private static SecurityProperties settings(
      List<String> plain, List<String> keys, @Nullable Path file) {
    return new SecurityProperties(
        plain, keys, file, new SecurityProperties.Oidc("", "", "", "roles"), List.of());
  }
}
