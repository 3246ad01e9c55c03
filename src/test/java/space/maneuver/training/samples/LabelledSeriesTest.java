package space.maneuver.training.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import space.maneuver.features.SolarFlux;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;

class LabelledSeriesTest {

  @Test
  void windowIncludesABurnAtItsStartButNotAtItsEnd() {
    LabelledSeries series = simulated(new KeplerHistory(1).burn(20.25, 1, 0).burn(40, 1, 0));

    assertThat(series.burnIn(20.25, 21)).isTrue();
    assertThat(series.burnIn(20, 20.25)).isFalse();
    assertThat(series.burnIn(20, 21)).isTrue();
    assertThat(series.burnIn(21, 40)).isFalse();
    assertThat(series.burnIn(40, 41)).isTrue();
    assertThat(series.burnIn(39, 40)).isFalse();
    assertThat(series.burnIn(40, 40)).isFalse();
    assertThat(series.burnIn(-10, 200)).isTrue();
    assertThat(series.burnIn(41, 200)).isFalse();
  }

  @Test
  void burnsOfOneInstantCountAsOne() {
    LabelledSeries series =
        simulated(new KeplerHistory(1).burn(40, 1, 0).burn(40, 2, 0).burn(40, 3, 0).burn(40, 4, 0));

    assertThat(series.burnIn(39, 40)).isFalse();
    assertThat(series.burnIn(40, 41)).isTrue();
    assertThat(series.burnIn(40.01, 41)).isFalse();
  }

  @Test
  void publishedLabelsSpanTheFirstToTheLastBurn() {
    LabelledSeries series =
        published(new KeplerHistory(1).burn(10.5, 1, 0).burn(50, 1, 0).burn(80.25, 1, 0));

    assertThat(series.from()).isEqualTo(11);
    assertThat(series.to()).isEqualTo(80);
    assertThat(series.holds(69)).isTrue();
    assertThat(series.holds(70)).isFalse();
  }

  @Test
  void burnsBeyondTheElementSetsDoNotExtendTheSpan() {
    LabelledSeries series = published(new KeplerHistory(1).burn(-30, 1, 0).burn(170.5, 1, 0));

    assertThat(series.from()).isZero();
    assertThat(series.to()).isEqualTo(100);
  }

  @Test
  void oneBurnLabelsNoSpan() {
    assertThat(published(new KeplerHistory(1).burn(50.5, 1, 0)).holds(1)).isFalse();
  }

  @Test
  void simulatedLabelsAreCompleteThroughout() {
    LabelledSeries series = simulated(new KeplerHistory(1).burn(50.5, 1, 0));

    assertThat(series.from()).isZero();
    assertThat(series.to()).isEqualTo(100);
  }

  @Test
  void objectThatNeverBurnsIsLabelledThroughout() {
    LabelledSeries series = published(new KeplerHistory(1));

    assertThat(series.holds(100)).isTrue();
    assertThat(series.burnIn(0, 100)).isFalse();
  }

  private static LabelledSeries published(KeplerHistory history) {
    LabelledHistory labelled = history.labelled("made up", 100);
    return LabelledSeries.published(labelled.history(), labelled.burns(), SolarFlux.NONE);
  }

  private static LabelledSeries simulated(KeplerHistory history) {
    LabelledHistory labelled = history.labelled("made up", 100);
    return LabelledSeries.simulated(labelled.history(), labelled.burns(), SolarFlux.NONE);
  }
}
