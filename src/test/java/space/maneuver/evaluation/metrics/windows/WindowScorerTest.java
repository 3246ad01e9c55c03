package space.maneuver.evaluation.metrics.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static space.maneuver.testing.LabelledDays.burn;
import static space.maneuver.testing.LabelledDays.daily;

import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.math.LabelledScore;
import space.maneuver.testing.LabelledDays;

/** The first five are the reference scorer's own checks. */
class WindowScorerTest {

  private static final LabelledSatellite SATELLITE =
      LabelledDays.of("one", daily(300), burn(10), burn(100), burn(290));

  @Test
  void rankingMetricsFollowTheOrderOfScores() {
    WindowScore score = WindowMetrics.of(List.of(yes(.9), no(.8), yes(.7), no(.1)));

    assertThat(score.auroc()).isCloseTo(.75, within(1e-9));
    assertThat(score.averagePrecision()).isCloseTo(.5 + .5 * 2 / 3, within(1e-9));
    assertThat(score.bestF1()).isCloseTo(.8, within(1e-9));
    assertThat(score.bestThreshold()).isEqualTo(.7);
  }

  @Test
  void cautiousThresholdIsTheHighestNearTheBestF1() {
    List<LabelledScore> windows = List.of(yes(.9), yes(.8), no(.7), yes(.6), yes(.6), no(.1));

    assertThat(WindowMetrics.of(windows).bestF1()).isCloseTo(8 / 9., within(1e-9));
    assertThat(WindowMetrics.cautiousThreshold(windows, .01)).isEqualTo(.6);
    assertThat(WindowMetrics.cautiousThreshold(windows, .25)).isEqualTo(.8);
    assertThat(WindowMetrics.cautiousThreshold(List.of(no(.7)), .01)).isNull();
  }

  @Test
  void tiesCountHalfInTheAreaAndEnterPrecisionTogether() {
    assertThat(WindowMetrics.of(List.of(yes(.5), no(.5))).auroc()).isCloseTo(.5, within(1e-9));
    assertThat(WindowMetrics.of(List.of(yes(1), no(1), no(1), no(1))).averagePrecision())
        .isCloseTo(.25, within(1e-9));
  }

  @Test
  void scoreOfOneHalfIsPositive() {
    assertThat(WindowMetrics.of(List.of(yes(.6), no(.2))).f1AtHalf()).isEqualTo(1);
    assertThat(WindowMetrics.of(List.of(yes(.5), no(.2))).f1AtHalf()).isEqualTo(1);
  }

  @Test
  void ambiguousWindowsAndThoseOutsideTheLabelsAreDropped() {
    WindowScores scores =
        WindowScorer.PROTOCOL.score(
            windows(
                new ScoredWindow(40, 70, .1),
                new ScoredWindow(80, 110, .9),
                new ScoredWindow(71, 101, .2),
                new ScoredWindow(101, 131, .7),
                new ScoredWindow(0, 30, .5),
                new ScoredWindow(120, 150, .2)));

    assertThat(scores.dropped()).isEqualTo(new WindowScores.Dropped(1, 0, 2));
    assertThat(scores.pooled().windows()).isEqualTo(3);
    assertThat(scores.pooled().auroc()).isEqualTo(1);
  }

  @Test
  void withoutAGuardNothingIsAmbiguous() {
    List<WindowedSatellite> windows =
        windows(new ScoredWindow(71, 101, .2), new ScoredWindow(120, 150, .1));

    assertThat(new WindowScorer(0, 10).score(windows).pooled().windows()).isEqualTo(2);
  }

  @Test
  void dropsWindowsWithTooFewElementSets() {
    List<WindowedSatellite> windows = windows(new ScoredWindow(120, 129, .2));

    assertThat(WindowScorer.PROTOCOL.score(windows).dropped())
        .isEqualTo(new WindowScores.Dropped(0, 1, 0));
  }

  @Test
  void labelledScoresExcludeDroppedWindows() {
    List<WindowedSatellite> windows =
        windows(
            new ScoredWindow(40, 70, .1),
            new ScoredWindow(80, 110, .9),
            new ScoredWindow(0, 30, .5));

    assertThat(WindowScorer.PROTOCOL.labelled(windows)).containsExactly(no(.1), yes(.9));
  }

  @Test
  void singleClassHasNoAurocAndNoMean() {
    WindowScores scores = WindowScorer.PROTOCOL.score(windows(new ScoredWindow(40, 70, .1)));

    assertThat(scores.pooled().auroc()).isNull();
    assertThat(scores.pooled().balancedAccuracyAtHalf()).isNull();
    assertThat(scores.mean()).isNull();
  }

  private static List<WindowedSatellite> windows(ScoredWindow... windows) {
    return List.of(new WindowedSatellite(SATELLITE, List.of(windows)));
  }

  private static LabelledScore yes(double score) {
    return new LabelledScore(score, true);
  }

  private static LabelledScore no(double score) {
    return new LabelledScore(score, false);
  }
}
