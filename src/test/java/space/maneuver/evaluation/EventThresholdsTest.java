package space.maneuver.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.testing.LabelledDays.burn;
import static space.maneuver.testing.LabelledDays.daily;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.EventThresholds;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.testing.LabelledDays;

class EventThresholdsTest {

  private static final LabelledSatellite LEO =
      LabelledDays.of("leo", daily(1000), burn(100.5), burn(300.5), burn(700.5));
  private static final LabelledSatellite GEO =
      new LabelledSatellite("geo", OrbitRegime.GEO, LEO.burns(), LEO.epochs());

  @Test
  void bestThresholdIsTheScoreOfTheLastDetectionWorthReporting() {
    EventThresholds thresholds =
        EventThresholds.of(
            List.of(
                detected(
                    LEO,
                    new Detection(100.5, .9),
                    new Detection(300.5, .7),
                    new Detection(400, .6),
                    new Detection(450, .5),
                    new Detection(500, .4))),
            MatchMode.GAP);

    assertThat(thresholds.bestF1()).isEqualTo(.7);
    assertThat(thresholds.atFalseAlarmRate()).as("1.65 years allow one").isEqualTo(.6);
  }

  @Test
  void cautiousThresholdSacrificesTheLastOfManyHits() {
    LabelledBurn[] burns =
        IntStream.rangeClosed(1, 100).mapToObj(i -> burn(9.5 * i)).toArray(LabelledBurn[]::new);
    LabelledSatellite busy = LabelledDays.of("busy", daily(1000), burns);
    Detection[] detections =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> new Detection(9.5 * i, i <= 95 ? 0.9 : i <= 98 ? 0.6 : 0.3))
            .toArray(Detection[]::new);

    EventThresholds thresholds =
        EventThresholds.of(List.of(detected(busy, detections)), MatchMode.GAP);

    assertThat(thresholds.bestF1()).isEqualTo(.3);
    assertThat(thresholds.cautious()).as("F1 .990 at .6, .974 at .9").isEqualTo(.6);
  }

  @Test
  void withoutDetectionsThereIsNoThreshold() {
    assertThat(EventThresholds.of(List.of(detected(LEO)), MatchMode.GAP))
        .isEqualTo(new EventThresholds(null, null, null));
  }

  @Test
  void everyRegimeHasItsOwnThresholds() {
    Map<OrbitRegime, EventThresholds> thresholds =
        EventThresholds.byRegime(
            List.of(
                detected(LEO, new Detection(100.5, .9)), detected(GEO, new Detection(100.5, .2))),
            MatchMode.HOURS_12);

    assertThat(thresholds).containsOnlyKeys(OrbitRegime.LEO, OrbitRegime.GEO);
    assertThat(thresholds.get(OrbitRegime.GEO)).isEqualTo(new EventThresholds(.2, .2, .2));
  }

  private static DetectedSatellite detected(LabelledSatellite satellite, Detection... detections) {
    return new DetectedSatellite(satellite, List.of(detections));
  }
}
