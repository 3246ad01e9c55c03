package space.maneuver.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.evaluation.Folds.Fold;

class FoldsTest {

  private static final List<String> KNOWN = List.of("D 4", "A", "B-2", "C");

  @Test
  void everyLineIsAFoldAndTheOthersTrain() {
    Folds folds = Folds.parse(List.of(" A , D 4", "", "  ", "C,B-2"), KNOWN);

    assertThat(folds.folds())
        .containsExactly(
            new Fold(List.of("A", "D 4"), List.of("B-2", "C")),
            new Fold(List.of("C", "B-2"), List.of("A", "D 4")));
  }

  @Test
  void satelliteInNoFoldIsTrainedOnInEveryFold() {
    assertThat(Folds.parse(List.of("A", "C"), KNOWN).folds())
        .allSatisfy(fold -> assertThat(fold.training()).contains("B-2", "D 4"));
  }

  @Test
  void readsAnyLineEndings(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("folds.txt"), "A\r\nB-2, C\r\n");

    assertThat(Folds.read(file, KNOWN).folds())
        .extracting(Fold::evaluated)
        .containsExactly(List.of("A"), List.of("B-2", "C"));
  }

  @Test
  void unknownNameIsRefusedWithLineAndValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Folds.parse(List.of("A", "", "B-2, Envisat"), KNOWN))
        .withMessageContaining("line 3")
        .withMessageContaining("\"Envisat\"");
  }

  @Test
  void repeatedNameIsRefusedWithBothLines() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Folds.parse(List.of("A", "C,A"), KNOWN))
        .withMessageContaining("line 2")
        .withMessageContaining("\"A\"")
        .withMessageContaining("in line 1");
  }

  @Test
  void missingNameAndMissingFoldsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Folds.parse(List.of("A,,C"), KNOWN))
        .withMessageContaining("line 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Folds.parse(List.of(" "), KNOWN));
  }

  @Test
  void dealsNamesToFourFoldsByDefault() {
    assertThat(Folds.byName(List.of("f", "e", "d", "c", "b", "a")).folds())
        .extracting(Fold::evaluated)
        .containsExactly(List.of("a", "e"), List.of("b", "f"), List.of("c"), List.of("d"));
  }

  @Test
  void upToFourSatellitesAreHeldOutOneByOne() {
    assertThat(Folds.byName(List.of("b", "a")).folds())
        .containsExactly(
            new Fold(List.of("a"), List.of("b")), new Fold(List.of("b"), List.of("a")));
    assertThatIllegalArgumentException().isThrownBy(() -> Folds.byName(List.of()));
  }
}
