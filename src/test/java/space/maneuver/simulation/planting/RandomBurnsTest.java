package space.maneuver.simulation.planting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.Sgp4History;

class RandomBurnsTest {

  private static final History HISTORY = Sgp4History.noisy(7, 600, .0005);

  @Test
  void everySizeIsPlantedOnceInEachSense() {
    List<RandomBurns.Copy> copies = RandomBurns.of(HISTORY, 1, 14);

    assertThat(copies)
        .extracting(each -> each.burn().thrust())
        .extracting(each -> each.along() + 10 * each.cross() + 1000 * each.radial())
        .containsExactlyInAnyOrder(
            .005, -.005, .02, -.02, .1, -.1, 1., -1., 5., -5., 20., -20., 500., -500.);
    assertThat(copies)
        .extracting(each -> each.burn().thrust().ticks())
        .as("one in each copy")
        .doesNotHaveDuplicates();
  }

  @Test
  void burnIsSurroundedByElementSetsAndChangesThoseAfterItOnly() {
    for (RandomBurns.Copy copy : RandomBurns.of(HISTORY, 1, 14)) {
      LabelledHistory planted = Objects.requireNonNull(copy.plant());

      Burn burn = planted.burns().get(0);
      List<ElementSet> elements = planted.history().elements();
      List<ElementSet> before =
          elements.stream().filter(each -> each.epoch().isBefore(burn.start())).toList();
      assertThat(planted.name()).isEqualTo(HISTORY.noradId() + "-" + copy.number());
      assertThat(before.size()).isBetween(15, 400);
      assertThat(elements.size() - before.size()).isBetween(6, 60);
      assertThat(HISTORY.elements())
          .containsAll(before)
          .doesNotContain(elements.get(elements.size() - 1));
      assertThat(Ticks.days(burn.start())).isEqualTo(Ticks.days(copy.burn().thrust().ticks()));
    }
  }

  @Test
  void shortHistoriesHaveFewCopiesOrNone() {
    assertThat(RandomBurns.of(Sgp4History.noisy(7, 45, .0005), 1, 14)).hasSize(3);
    assertThat(RandomBurns.of(Sgp4History.noisy(7, 21, .0005), 1, 14)).isEmpty();
    assertThat(RandomBurns.of(HISTORY, 1, 2)).hasSize(2);
  }

  @Test
  void noBurnLiesInALongGap() {
    List<ElementSet> elements = HISTORY.elements();
    List<ElementSet> apart = new ArrayList<>(elements.subList(0, 30));
    apart.addAll(elements.subList(500, 530));
    double from = elements.get(29).epochDays();
    double to = elements.get(500).epochDays();

    assertThat(RandomBurns.of(new History(apart), 1, 14))
        .hasSize(4)
        .allMatch(
            each -> {
              double days = Ticks.days(each.burn().thrust().ticks());
              return days < from || days > to;
            });
  }

  @Test
  void seedAndObjectDecide() {
    assertThat(RandomBurns.of(HISTORY, 1, 14)).isEqualTo(RandomBurns.of(HISTORY, 1, 14));
    assertThat(RandomBurns.of(HISTORY, 2, 14)).isNotEqualTo(RandomBurns.of(HISTORY, 1, 14));
  }
}
