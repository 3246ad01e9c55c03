package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.web.security.ApiKeyEntry;
import space.maneuver.web.security.Role;

class KeysCommandTest {

  @ParameterizedTest
  @CsvSource({"read, READ", "write, WRITE", "ADMIN, ADMIN"})
  void keyHasTheHashInItsEntryAsTheServiceReadsIt(String option, Role role) {
    CommandRun run = CommandRun.of("keys", "--name", "alice", "--role", option);

    assertThat(run.status()).isZero();
    assertThat(run.lines()).hasSize(2);
    String key = run.lines().get(0).replaceFirst("key: +", "");
    assertThat(key).matches("[0-9a-f]{32}");
    assertThat(run.lines().get(1)).isEqualTo("entry: " + ApiKeyEntry.of("alice", role, key));
    assertThat(run.err()).contains("cannot be shown again").doesNotContain(key);
  }

  @Test
  void roleIsReadUnlessAnotherIsNamedAndEveryKeyIsAnother() {
    CommandRun one = CommandRun.of("keys", "--name", "a-1.b_c");
    CommandRun other = CommandRun.of("keys", "--name", "a-1.b_c");

    assertThat(one.lines().get(1)).startsWith("entry: a-1.b_c:read:");
    assertThat(one.lines()).doesNotContainAnyElementsOf(other.lines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a:b", "a b", "a,b", "a\nb", "-a"})
  void nameThatTheServiceWouldRefuseIsAUsageError(String name) {
    CommandRun run = CommandRun.of("keys", "--name=" + name);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--name");
  }

  @Test
  void unknownRoleIsAUsageError() {
    CommandRun run = CommandRun.of("keys", "--name", "alice", "--role", "owner");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--role", "owner");
  }
}
