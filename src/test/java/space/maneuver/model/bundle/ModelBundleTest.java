package space.maneuver.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.testing.StepBundles;

class ModelBundleTest {

  private final ModelBundle bundle = StepBundles.random(1).description();

  @ParameterizedTest
  @CsvSource({
    "1, 4, 30",
    "21, 24, 30",
    "29, 30, 30",
    "31, 32, 56",
    "56, 56, 56",
    "57, 60, 60",
    "61, 64, 64",
    "65, 68, 96"
  })
  void windowsOfSimilarLengthShareABatchThatIsPaddedNoFurtherThanNecessary(
      int steps, int padded, int group) {
    assertThat(bundle.paddedSteps(steps)).isEqualTo(padded);
    assertThat(bundle.lengthGroup(steps)).isEqualTo(group);
  }
}
