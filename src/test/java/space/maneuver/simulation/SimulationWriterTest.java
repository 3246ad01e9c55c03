package space.maneuver.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.orbit.label.LabelledHistory;

class SimulationWriterTest {

  private static final List<LabelledHistory> HISTORIES =
      new HistorySimulator(11)
          .simulate(
              HistorySimulatorTest.settings(3, 0.5, List.of(OrbitRegime.LEO, OrbitRegime.GEO)))
          .toList();

  private final Path folder;

  SimulationWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource(SimulationFormat.class)
  void writtenFilesAreReadBackUnchanged(SimulationFormat format) throws IOException {
    SimulationWriter writer = new SimulationWriter(folder.resolve("new"), format);
    for (LabelledHistory each : HISTORIES) {
      writer.write(each);
    }
    List<Rejection> bad = new ArrayList<>();

    List<LabelledHistory> read = LabelledHistory.readAll(folder, bad::add);

    assertThat(bad).isEmpty();
    assertThat(read).hasSameSizeAs(HISTORIES);
    for (int i = 0; i < read.size(); i++) {
      LabelledHistory written = HISTORIES.get(i);
      assertThat(read.get(i).burns()).isEqualTo(written.burns());
      assertThat(read.get(i).history().elements())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("objectClass")
          .isEqualTo(written.history().elements());
    }
  }

  @Test
  void leavesExistingDirectoriesAloneAndNothingHalfWritten() throws IOException {
    SimulationWriter writer = new SimulationWriter(folder, SimulationFormat.TLE);
    Path written = writer.write(HISTORIES.get(0));

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> writer.write(HISTORIES.get(0)));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(written);
    }
  }
}
