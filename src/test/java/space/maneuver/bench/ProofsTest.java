package space.maneuver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.testing.SimulatedTles;

/** Shortened proofs of {@code bench} against the service in a separate process. */
class ProofsTest {

  private static final String ANSWERED = "requests answered";

  @Test
  void noRequestIsLostOrWrongWhileAModelIsReplaced(@TempDir Path directory) throws IOException {
    List<BenchRow> rows = new ReloadProof(5).run(directory, step -> {});

    assertThat(rows).noneMatch(BenchRow::missed);
    assertThat(value(rows, ANSWERED)).isGreaterThan(100);
    assertThat(value(rows, "networks in memory at the end")).isEqualTo(3);
  }

  @Test
  void noAcceptedRequestIsLostWhenTheServiceStops(@TempDir Path directory) throws IOException {
    List<BenchRow> rows = new StopProof(2).run(directory, step -> {});

    assertThat(rows).noneMatch(BenchRow::missed);
    assertThat(value(rows, ANSWERED)).isGreaterThan(100);
  }

  @Test
  void replayFindsWhatOneSearchFinds(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("days.tle"), SimulatedTles.days200());

    List<BenchRow> rows = new ReplayProof(file, true).run(directory, step -> {});

    assertThat(rows).noneMatch(BenchRow::missed);
    assertThat(value(rows, "confirmed in one search of everything")).isGreaterThan(2);
    assertThat(value(rows, "days")).isGreaterThan(150);
    assertThat(value(rows, "changes a maneuver")).isGreaterThanOrEqualTo(2);
  }

  private static double value(List<BenchRow> rows, String name) {
    return rows.stream()
        .filter(row -> Objects.equals(row.name(), name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
