package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.ElementSetBuilder;

class StepsTest {

  private static final History DENSE =
      history(
          "2020-01-01T03:00:00Z",
          "2020-01-01T21:00:00Z",
          "2020-01-02T00:00:00Z",
          "2020-01-03T10:48:00Z",
          "2020-01-03T12:00:00Z",
          "2020-01-03T23:45:36Z",
          "2020-01-09T06:00:00Z");

  @Test
  void theNewestElementSetOfADayIsItsStep() {
    assertThat(steps(DENSE))
        .containsExactly(
            "2020-01-01T21:00:00Z",
            "2020-01-02T00:00:00Z",
            "2020-01-03T23:45:36Z",
            "2020-01-09T06:00:00Z");
  }

  @Test
  void theNewestElementSetOfARequestIsAStep() {
    for (int size = 1; size <= DENSE.size(); size++) {
      History request = new History(DENSE.elements().subList(0, size));

      assertThat(Steps.of(request).history().last()).isEqualTo(request.last());
    }
  }

  @Test
  void whereARequestStartsDoesNotMatter() {
    History request = new History(DENSE.elements().subList(1, DENSE.size()));

    assertThat(steps(request)).isEqualTo(steps(DENSE));
  }

  private static History history(String... epochs) {
    return History.of(Stream.of(epochs).map(epoch -> ElementSetBuilder.at(epoch).build()).toList());
  }

  private static List<String> steps(History history) {
    List<String> epochs = new ArrayList<>();
    for (ElementSet elements : Steps.of(history).history().elements()) {
      epochs.add(elements.epoch().toString());
    }
    return epochs;
  }
}
