package space.maneuver.simulation.planting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.planting.PlantingSettings.Direction;
import space.maneuver.testing.Sgp4History;

class BurnPlanterTest {

  private static final List<History> HISTORIES =
      List.of(object(11, 100), object(12, 60), object(13, 20));

  @Test
  void objectsTakeTurnsAndThoseWithoutQuietTimesHaveNone() {
    List<LabelledHistory> planted = plant(1, settings(3, Direction.IN_TRACK));

    assertThat(planted).extracting(LabelledHistory::name).hasSize(3).contains("11-1", "12-1");
    assertThat(planted.get(2).name()).endsWith("-2");
  }

  @Test
  void burnIsAtAQuietTimeAndChangesOnlyWhatFollows() {
    for (LabelledHistory each : plant(2, settings(4, Direction.IN_TRACK))) {
      History original = HISTORIES.get(each.history().noradId() - 11);
      Burn burn = each.burns().get(0);
      assertThat(each.burns()).hasSize(1);
      assertThat(each.history().size()).isEqualTo(original.size());
      List<ElementSet> changed = new ArrayList<>(each.history().elements());
      changed.removeAll(original.elements());
      assertThat(changed).isNotEmpty().allMatch(set -> set.epoch().isAfter(burn.start()));
      assertThat(each.history().last()).isIn(changed);
    }
  }

  @Test
  void burnsHaveTheDirectionsAndSizesAskedFor() {
    PlantingSettings settings =
        new PlantingSettings(40, List.of(Direction.CROSS_TRACK, Direction.RADIAL), .2, .4);
    List<History> many = new ArrayList<>();
    for (int number = 1; number <= 20; number++) {
      many.add(object(number, 60));
    }

    List<Burn> burns =
        new BurnPlanter(1, settings)
            .plant(many, () -> {}).stream().map(each -> each.burns().get(0)).toList();

    assertThat(burns).hasSizeGreaterThan(19);
    assertThat(burns)
        .allSatisfy(
            burn -> {
              assertThat(burn.total()).isBetween(.2, .4);
              assertThat(burn.alongTrack()).isZero();
            })
        .anyMatch(burn -> burn.radial() > 0)
        .anyMatch(burn -> burn.radial() < 0)
        .anyMatch(burn -> burn.crossTrack() > 0)
        .anyMatch(burn -> burn.crossTrack() < 0);
  }

  @Test
  void sameSeedPlantsTheSameBurns() {
    PlantingSettings settings = settings(3, Direction.RADIAL);

    assertThat(plant(1, settings)).isEqualTo(plant(1, settings)).isNotEqualTo(plant(2, settings));
  }

  @Test
  void copiesOfOneSeedHaveOtherBurnsThanThoseOfTheNext() {
    PlantingSettings settings = settings(6, Direction.IN_TRACK);

    List<Burn> one = burnsOf(11, plant(1, settings));
    List<Burn> next = burnsOf(11, plant(2, settings));

    assertThat(one).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(next).hasSizeGreaterThan(1).doesNotContainAnyElementsOf(one);
  }

  @Test
  void refusesSettingsOutOfRange() {
    List<Direction> inTrack = List.of(Direction.IN_TRACK);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlantingSettings(0, inTrack, .1, .1))
        .withMessageContaining("not 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new PlantingSettings(1, List.of(), 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlantingSettings(1, inTrack, .2, .1))
        .withMessageContaining("0.2 to 0.1");
    assertThatIllegalArgumentException().isThrownBy(() -> new PlantingSettings(1, inTrack, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PlantingSettings(1, inTrack, 1, 101));
  }

  private static PlantingSettings settings(int burns, Direction direction) {
    return new PlantingSettings(burns, List.of(direction), .05, .1);
  }

  private static List<LabelledHistory> plant(long seed, PlantingSettings settings) {
    return new BurnPlanter(seed, settings).plant(HISTORIES, () -> {});
  }

  private static List<Burn> burnsOf(int noradId, List<LabelledHistory> planted) {
    return planted.stream()
        .filter(each -> each.history().noradId() == noradId)
        .map(each -> each.burns().get(0))
        .toList();
  }

  private static History object(int noradId, int days) {
    return History.of(
        Sgp4History.noisy(noradId, days, .0005).elements().stream()
            .map(each -> each.withObject(noradId, null))
            .toList());
  }
}
