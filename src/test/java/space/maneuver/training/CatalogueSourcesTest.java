package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.Sgp4History;
import space.maneuver.training.samples.GapSource;
import space.maneuver.training.samples.GapSource.Drawn;
import space.maneuver.training.samples.LabelledGaps;

class CatalogueSourcesTest {

  private static final History PASSIVE = Sgp4History.noisy(11, 200, .0005);

  @Test
  void passiveObjectsAreTrainedOnAsTheyAreAndWithPlantedBurns() {
    List<GapSource> sources =
        CatalogueSources.of(
            UnlabeledHistories.of(Map.of("debris", List.of(PASSIVE)), List.of()), 1);

    assertThat(sources).hasSize(2);
    assertThat(labels(sources.get(0).histories().get(0))).isZero();
    assertThat(sources.get(1).histories())
        .hasSize(2)
        .allSatisfy(copy -> assertThat(labels(copy)).isPositive());
    assertThat(sources).allMatch(source -> source.drawn() == Drawn.ANYWHERE);
  }

  @Test
  void onlyEvidentStepsOfASatelliteAreTrainedOn() {
    History active = new KeplerHistory(1).burn(50.3, 3, 0).labelled("active", 100).history();

    List<GapSource> sources =
        CatalogueSources.of(UnlabeledHistories.of(Map.of(), List.of(active)), 1);

    assertThat(sources).hasSize(1);
    LabelledGaps gaps = sources.get(0).histories().get(0);
    assertThat(sources.get(0).drawn()).isEqualTo(Drawn.AROUND_BURNS);
    assertThat(labels(gaps)).isEqualTo(1);
    assertThat(gaps.weights()).isEqualTo(gaps.labels());
  }

  @Test
  void satellitesWithoutEvidentStepsAreLeftOut() {
    History quiet = new KeplerHistory(1).labelled("quiet", 100).history();

    assertThat(CatalogueSources.of(UnlabeledHistories.of(Map.of(), List.of(quiet)), 1)).isEmpty();
  }

  private static double labels(LabelledGaps gaps) {
    double sum = 0;
    for (float label : gaps.labels()) {
      sum += label;
    }
    return sum;
  }
}
