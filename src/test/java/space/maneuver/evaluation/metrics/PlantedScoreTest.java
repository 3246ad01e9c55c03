package space.maneuver.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.evaluation.metrics.events.DeltaVRecall;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.Estimate;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.math.Share;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.testing.LabelledDays;

class PlantedScoreTest {

  private static final Map<OrbitRegime, Double> THRESHOLDS =
      Map.of(OrbitRegime.LEO, .5, OrbitRegime.GEO, .5);

  @Test
  void burnsAreGroupedByRegimeAndCadence() {
    Map<OrbitRegime, List<PlantedScore>> scores =
        PlantedScore.of(
            List.of(
                planted("1-1", 1, .9, .02),
                planted("2-1", 2.5, .9, .02),
                planted("3-1", 3, .4, .02),
                planted("4-1", 2.25, .6, .05)),
            THRESHOLDS);

    assertThat(scores).containsOnlyKeys(OrbitRegime.LEO);
    List<PlantedScore> low = Objects.requireNonNull(scores.get(OrbitRegime.LEO));
    assertThat(low).extracting(PlantedScore::from).containsExactly(0., 2.25);
    assertThat(low).extracting(PlantedScore::to).containsExactly(1.5, 3.25);
    assertThat(low).extracting(PlantedScore::found).containsExactly(Share.of(1, 1), Share.of(2, 3));
    assertThat(low.get(1).recallByDeltaV()).containsExactly(new DeltaVRecall(.02, .1, 3, 2));
    assertThat(low.get(1).accuracy().deltaVWrong()).isEqualTo(Share.of(1, 2));
    assertThat(low.get(1).accuracy().timeErrorHours().median()).isCloseTo(6, within(1e-6));
  }

  @Test
  void provisionalFiguresAreOfTheHistoriesThatEndSoonAfterTheBurn() {
    PlantedScore score =
        Objects.requireNonNull(
                PlantedScore.of(List.of(planted("1-1", 9, .9, .02)), THRESHOLDS)
                    .get(OrbitRegime.LEO))
            .get(0);

    assertThat(score.to()).isNull();
    assertThat(score.provisionalAccuracy()).containsOnlyKeys(3);
    assertThat(Objects.requireNonNull(score.provisionalAccuracy().get(3)).withinTwoSigma())
        .isEqualTo(Share.of(0, 1));
  }

  /** A burn of 20 mm/s, detected 6 h late. */
  private static PlantedResult planted(String name, double cadence, double score, double deltaV) {
    LabelledSatellite satellite =
        LabelledDays.of(
            name,
            LabelledDays.daily(100),
            new LabelledBurn(50.5, 50.5, .02, Type.IN_TRACK, .02, 1));
    return new PlantedResult(
        cadence,
        new SatelliteResult(
            satellite,
            List.of(detection(score, deltaV)),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(3, List.of(detection(.7, .03)))));
  }

  private static Detection detection(double score, double deltaV) {
    return new Detection(
        50.75,
        score,
        new Estimate(50, 51, Type.IN_TRACK, new DeltaV(null, deltaV, 0, deltaV, .001)));
  }
}
