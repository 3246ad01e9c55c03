package space.maneuver.evaluation.metrics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static space.maneuver.testing.LabelledDays.burn;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.LabelledDays;

class LabelledSatelliteTest {

  @Test
  void convertsEpochsAndBurnsToDays() {
    Instant epoch = Instant.parse("2010-05-03T18:00:00Z");
    Burn burn = new Burn(epoch.plusSeconds(43_200), epoch.plusSeconds(86_400), 2, 0, 3, 4);

    History history = History.of(List.of(ElementSetBuilder.at("2010-05-03T18:00:00Z").build()));
    LabelledSatellite satellite = LabelledSatellite.of("one", history, List.of(burn));

    assertThat(satellite.regime()).isEqualTo(OrbitRegime.LEO);
    assertThat(satellite.epochs()).containsExactly(14732.75);
    assertThat(satellite.burns())
        .containsExactly(new LabelledBurn(14733.25, 14733.75, 5, Type.CROSS_TRACK, 3, 2));
  }

  @Test
  void burnsAndEpochsAreSorted() {
    LabelledSatellite satellite =
        LabelledDays.of("one", List.of(3., 1., 3., 2.), burn(5), burn(4, 6), burn(4, 5));

    assertThat(satellite.epochs()).containsExactly(1., 2., 3.);
    assertThat(satellite.burns()).containsExactly(burn(4, 5), burn(4, 6), burn(5));
  }

  @Test
  void satelliteWithoutBurnsOrElementSetsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledDays.of("quiet", List.of(1.)))
        .withMessageContaining("quiet");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledDays.of("unseen", List.of(), burn(1)))
        .withMessageContaining("unseen");
  }

  @Test
  void refusesNonFiniteScores() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Detection(1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new ScoredWindow(1, 31, Double.NaN));
  }
}
