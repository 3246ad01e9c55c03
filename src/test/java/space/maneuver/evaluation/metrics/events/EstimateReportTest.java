package space.maneuver.evaluation.metrics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.evaluation.metrics.events.EstimateReport.DeltaVError;
import space.maneuver.testing.LabelledDays;

class EstimateReportTest {

  private static final LabelledSatellite SATELLITE =
      LabelledDays.of(
          "one",
          LabelledDays.daily(1000),
          new LabelledBurn(100.5, 100.6, .01, Type.IN_TRACK),
          new LabelledBurn(200.5, 200.5, .04, Type.IN_TRACK),
          new LabelledBurn(201, 201, .06, Type.CROSS_TRACK),
          new LabelledBurn(300.5, 300.5, .012, Type.IN_TRACK),
          new LabelledBurn(400.5, 400.5, Double.NaN));

  @Test
  void intervalContainsAnEventItTouches() {
    EstimateReport report =
        of(
            detection(100.5, .9, estimate(100.6, 101.6, .01)),
            detection(200.5, .9, estimate(201.1, 204.1, .1)),
            detection(300.5, .9, estimate(300, 302, .01)));

    assertThat(report.hits()).isEqualTo(3);
    assertThat(report.intervalCoverage()).isCloseTo(2 / 3., within(1e-12));
    assertThat(report.medianIntervalHours()).isCloseTo(48, within(1e-9));
  }

  @Test
  void comparesDeltaVWithTheSumOverTheBurnsOfTheEvent() {
    EstimateReport report =
        of(
            detection(100.5, .9, estimate(100, 101, .012)),
            detection(200.5, .9, estimate(200, 201, .08)),
            detection(300.5, .9, estimate(300, 301, null)),
            detection(400.5, .9, estimate(400, 401, 5.)));

    assertThat(report.deltaVErrors()).hasSize(2);
    DeltaVError small = report.deltaVErrors().get(0);
    assertThat(small).isEqualTo(new DeltaVError(.005, .02, 2, 1, small.medianRelativeError()));
    assertThat(small.medianRelativeError()).isCloseTo(.2, within(1e-9));
    assertThat(report.deltaVErrors().get(1).medianRelativeError()).isCloseTo(.2, within(1e-9));
  }

  @Test
  void typeOfAnEventIsThatOfItsLargestBurn() {
    EstimateReport report =
        of(
            detection(100.5, .9, estimate(100, 101, .012)),
            detection(200.5, .9, estimate(200, 201, .08)),
            detection(400.5, .9, estimate(400, 401, .1)));

    assertThat(report.types())
        .isEqualTo(
            Map.of(
                Type.IN_TRACK, Map.of(Type.IN_TRACK, 1),
                Type.CROSS_TRACK, Map.of(Type.IN_TRACK, 1)));
  }

  @Test
  void onlyReportedHitsWithAnEstimateCount() {
    EstimateReport report =
        of(
            detection(100.5, .4, estimate(100, 101, .01)),
            detection(250, .9, estimate(250, 251, .01)),
            new Detection(300.5, .9));

    assertThat(report).isEqualTo(new EstimateReport(0, null, null, List.of(), Map.of()));
  }

  private static EstimateReport of(Detection... detections) {
    return EstimateReport.of(
        List.of(new DetectedSatellite(SATELLITE, List.of(detections))), MatchMode.GAP, .5);
  }

  private static Detection detection(double time, double score, Estimate estimate) {
    return new Detection(time, score, estimate);
  }

  private static Estimate estimate(double earliest, double latest, @Nullable Double deltaV) {
    return new Estimate(
        earliest,
        latest,
        Type.IN_TRACK,
        deltaV == null ? null : new DeltaV(null, deltaV, 0, deltaV, .001));
  }
}
