package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.BurnReconstruction.Burn;
import space.maneuver.detection.reconstruction.BurnReconstruction.Gap;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.orbit.History;
import space.maneuver.testing.Sgp4History;

class BurnReconstructionTest {

  private static final Sgp4History KICKED =
      Sgp4History.noisy(Sgp4History.LOW).burn(40.4, 0, 0.2, 0).burn(41.4, 0, 0.3, 0);
  private static final History HISTORY = KICKED.every(1, 80);

  @Test
  void sureBurnsADayApartAreACampaign() {
    List<Burn> burns = burns(sure(40, 0.9), sure(41, 0.8));

    Burn campaign = only(burns);
    DeltaV sum = Objects.requireNonNull(campaign.estimate()).deltaV();
    assertThat(campaign.burns()).isEqualTo(2);
    assertThat(campaign.confidence()).isEqualTo(0.9);
    assertThat(campaign.time()).isCloseTo(KICKED.time(40.4), within(0.3));
    assertThat(campaign.last()).isCloseTo(KICKED.time(41.4), within(0.3));
    assertThat(campaign.earliest()).isLessThan(KICKED.time(40.5));
    assertThat(campaign.latest()).isGreaterThan(KICKED.time(41.3));
    assertThat(sum.alongTrack()).isCloseTo(0.5, within(2 * sum.sigma()));
  }

  @Test
  void burnBelowTheThresholdDoesNotDivideACampaign() {
    Burn alone = only(burns(sure(40, 0.9), sure(41, 0.8)));

    List<Burn> burns = burns(sure(40, 0.9), new Gap(40, 41, 0.1, false, Kind.BURN), sure(41, 0.8));

    assertThat(burns).hasSize(2).contains(alone);
    assertThat(burns).extracting(Burn::time).isSorted();
    assertThat(burns).extracting(Burn::burns).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void burnsTwoDaysApartAreSeparate() {
    History history =
        Sgp4History.noisy(Sgp4History.LOW).burn(40.4, 0, 0.2, 0).burn(42.6, 0, 0.3, 0).every(1, 80);

    assertThat(new BurnReconstruction(history).burns(List.of(sure(40, 0.9), sure(42, 0.8)), 0))
        .extracting(Burn::burns)
        .containsExactly(1, 1);
  }

  @Test
  void campaignIsConfirmedByTheElementSetsAfterItsLastBurn() {
    assertThat(status(46)).isEqualTo(Status.PROVISIONAL);
    assertThat(status(48)).isEqualTo(Status.CONFIRMED);
  }

  private static Status status(int elementSets) {
    BurnReconstruction reconstruction =
        new BurnReconstruction(new History(HISTORY.elements().subList(0, elementSets)));
    Burn campaign = only(reconstruction.burns(List.of(sure(40, 0.9), sure(41, 0.8)), 0));
    return reconstruction.status(campaign, 0);
  }

  private static List<Burn> burns(Gap... gaps) {
    return new BurnReconstruction(HISTORY).burns(List.of(gaps), 0);
  }

  private static Gap sure(int before, double confidence) {
    return new Gap(before, before + 1, confidence, true, Kind.BURN);
  }

  private static Burn only(List<Burn> burns) {
    assertThat(burns).hasSize(1);
    return burns.get(0);
  }
}
