package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.Sgp4History;

class LoneOutliersTest {

  private static final int SIZE = 60;
  private static final int WRONG = 40;

  /** Far beyond the noise, rad. */
  private static final double FAR = 0.03;

  private static final List<ElementSet> NOISY = Sgp4History.noisy(5, SIZE, 0.001).elements();

  @Test
  void anElementSetThatDisagreesWithBothNeighboursIsNoStep() {
    List<ElementSet> elements = wrong(NOISY, WRONG);

    List<ElementSet> steps = steps(elements);

    elements.remove(WRONG);
    assertThat(steps).isEqualTo(elements);
  }

  @Test
  void theNewestElementSetCannotBeJudged() {
    List<ElementSet> elements = wrong(NOISY, WRONG).subList(0, WRONG + 1);

    assertThat(steps(elements)).isEqualTo(elements);
  }

  @Test
  void whatFollowsTheNextElementSetChangesNothing() {
    List<ElementSet> elements = wrong(wrong(NOISY, WRONG), WRONG + 4);
    List<ElementSet> all = steps(elements);

    for (int size = WRONG + 2; size <= SIZE; size++) {
      List<ElementSet> request = steps(elements.subList(0, size));
      int before = request.size() - 1;
      assertThat(request.subList(0, before)).isEqualTo(all.subList(0, before));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 0.1, 1, 10})
  void aBurnStays(double deltaV) {
    List<ElementSet> elements = Sgp4History.burnt(SIZE, 1, WRONG - 0.3, deltaV).elements();

    assertThat(steps(elements)).isEqualTo(elements);
  }

  @Test
  void twoWrongElementSetsInARowStay() {
    List<ElementSet> elements = wrong(wrong(NOISY, WRONG), WRONG + 1);

    assertThat(steps(elements)).isEqualTo(elements);
  }

  @Test
  void farFromItsNeighboursNothingIsJudged() {
    List<ElementSet> elements = wrong(Sgp4History.quiet(SIZE, 3.5).elements(), WRONG);

    assertThat(steps(elements)).isEqualTo(elements);
  }

  @Test
  void noiseIsNoOutlier() {
    for (int seed = 0; seed < 5; seed++) {
      History noisy = Sgp4History.noisy(seed, 200, 0.01);

      assertThat(steps(noisy.elements())).isEqualTo(noisy.elements());
    }
  }

  private static List<ElementSet> wrong(List<ElementSet> elements, int k) {
    List<ElementSet> wrong = new ArrayList<>(elements);
    wrong.set(k, ElementSetBuilder.of(wrong.get(k)).plus(0, 0, 0, 0, FAR).build());
    return wrong;
  }

  private static List<ElementSet> steps(List<ElementSet> elements) {
    return ElementSetFeatures.of(new History(elements)).steps().elements();
  }
}
