package space.maneuver.evaluation.metrics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.testing.LabelledDays;

class DeltaVRecallTest {

  private static final LabelledSatellite SATELLITE =
      LabelledDays.of(
          "one",
          LabelledDays.daily(1000),
          new LabelledBurn(100.5, 100.5, .0005),
          new LabelledBurn(200.5, 200.5, .0008),
          new LabelledBurn(201, 201, .0008),
          new LabelledBurn(300.5, 300.5, 2),
          new LabelledBurn(400.5, 400.5, Double.NaN));

  @Test
  void recallIsCountedByTheSizeOfTheWholeEvent() {
    List<Detection> detections =
        List.of(new Detection(200.5, .9), new Detection(300.5, .8), new Detection(400.5, .1));

    List<DeltaVRecall> recalls =
        DeltaVRecall.of(List.of(new DetectedSatellite(SATELLITE, detections)), MatchMode.GAP, .8);

    assertThat(recalls)
        .containsExactly(
            new DeltaVRecall(0.0, .001, 1, 0),
            new DeltaVRecall(.001, .002, 1, 1),
            new DeltaVRecall(.1, null, 1, 1),
            new DeltaVRecall(null, null, 1, 0));
  }
}
