package space.maneuver.simulation.planting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.Sgp4History;

class BurnSeriesTest {

  private static final History LONG = Sgp4History.noisy(11, 600, .0005);

  @Test
  void longHistoriesAreDividedIntoPieces() {
    List<LabelledHistory> planted = BurnSeries.plant(LONG, 2, 1);

    assertThat(planted).hasSize(4).extracting(LabelledHistory::name).doesNotHaveDuplicates();
    assertThat(planted).allSatisfy(each -> assertThat(each.history().size()).isEqualTo(300));
  }

  @Test
  void burnsOfAPieceAreDaysApartAndWithinIt() {
    for (LabelledHistory each : BurnSeries.plant(LONG, 3, 1)) {
      List<Burn> burns = each.burns();
      assertThat(burns).isNotEmpty();
      assertThat(burns.get(0).start()).isAfter(each.history().first().epoch());
      assertThat(burns.get(burns.size() - 1).start()).isBefore(each.history().last().epoch());
      for (int i = 1; i < burns.size(); i++) {
        assertThat(Duration.between(burns.get(i - 1).start(), burns.get(i).start()))
            .isGreaterThanOrEqualTo(Duration.ofDays(4));
      }
    }
  }

  @Test
  void burnsPointInEveryDirection() {
    List<Burn> burns =
        BurnSeries.plant(LONG, 10, 1).stream().flatMap(each -> each.burns().stream()).toList();

    assertThat(burns)
        .anyMatch(burn -> burn.alongTrack() > 0)
        .anyMatch(burn -> burn.alongTrack() < 0)
        .anyMatch(burn -> burn.crossTrack() > 0)
        .anyMatch(burn -> burn.crossTrack() < 0)
        .anyMatch(burn -> burn.radial() > 0)
        .anyMatch(burn -> burn.radial() < 0)
        .allMatch(burn -> burn.total() >= .01 && burn.total() <= 5);
  }

  @Test
  void burnsChangeTheOrbitTheyArePlantedInto() {
    for (LabelledHistory each : BurnSeries.plant(LONG, 1, 1)) {
      assertThat(each.history().elements()).isNotEqualTo(LONG.elements());
      assertThat(LONG.elements())
          .as("element sets before the first burn are unchanged")
          .contains(each.history().first());
    }
  }

  @Test
  void sameSeedPlantsTheSameBurns() {
    assertThat(BurnSeries.plant(LONG, 1, 1))
        .isEqualTo(BurnSeries.plant(LONG, 1, 1))
        .isNotEqualTo(BurnSeries.plant(LONG, 1, 2));
  }

  @Test
  void tooShortHistoriesHaveNoCopies() {
    assertThat(BurnSeries.plant(Sgp4History.noisy(11, 10, .0005), 2, 1)).isEmpty();
  }
}
