package space.maneuver.detection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;

class ElementStepsTest {

  private static final Offset<Double> TOLERANCE = within(1e-9);

  private final History history = new KeplerHistory(1).days(40);

  @Test
  void stepIsWhatTheSlopeDoesNotExplain() {
    double[] values = slope(0.25);
    for (int k = 20; k < 40; k++) {
      values[k] += 3;
    }
    ElementSteps steps = new ElementSteps(history, values);

    assertThat(steps.step(20)).isCloseTo(3, TOLERANCE);
    assertThat(steps.step(10)).isCloseTo(0, TOLERANCE);
    assertThat(steps.step(30)).isCloseTo(0, TOLERANCE);
    assertThat(steps.step(1)).isCloseTo(0, TOLERANCE);
    assertThat(steps.step(39)).isCloseTo(0, TOLERANCE);
  }

  @Test
  void singleBadElementSetDoesNotCount() {
    double[] values = slope(-0.1);
    values[20] += 100;
    ElementSteps steps = new ElementSteps(history, values);

    for (int k = 1; k < 40; k++) {
      assertThat(steps.step(k)).as("gap %d", k).isCloseTo(0, TOLERANCE);
    }
  }

  @Test
  void largestCountsBySizeWithinTheGapsGiven() {
    double[] values = slope(0);
    for (int k = 0; k < 40; k++) {
      values[k] += (k >= 10 ? 1 : 0) - (k >= 20 ? 5 : 0) + (k >= 30 ? 3 : 0);
    }
    ElementSteps steps = new ElementSteps(history, values);

    assertThat(steps.largest(1, 40)).isBetween(19, 21);
    assertThat(steps.largest(24, 40)).isBetween(29, 31);
    assertThat(steps.largest(4, 15)).isBetween(9, 11);
    assertThat(steps.largest(7, 8)).isEqualTo(7);
  }

  @Test
  void findsTheFirstElementSetFromATime() {
    ElementSteps steps = new ElementSteps(history, slope(0));
    double noon = history.elements().get(7).epochDays();

    assertThat(steps.firstFrom(noon)).isEqualTo(7);
    assertThat(steps.firstFrom(noon + 0.1)).isEqualTo(8);
    assertThat(steps.firstFrom(noon - 100)).isZero();
    assertThat(steps.firstFrom(noon + 100)).isEqualTo(40);
  }

  private double[] slope(double perDay) {
    return history.elements().stream()
        .mapToDouble(ElementSet::epochDays)
        .map(day -> perDay * (day - history.first().epochDays()))
        .toArray();
  }
}
