package space.maneuver.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;

class ElementSetSeriesTest {

  private static final int WIDTH = ElementSetFeatures.SCHEMA.width();

  @Test
  void windowHasTheStepsOfItsDaysAsSeenFromItsEnd() {
    ElementSetSeries series =
        ElementSetSeries.of(new KeplerHistory(1).days(100, day -> day % 10 != 4));

    FeatureWindow window = series.window(20, 30);

    assertThat(window.steps()).isEqualTo(27);
    assertThat(window.start()).isEqualTo(KeplerHistory.instant(20));
    assertThat(window.values()).isEqualTo(series.features().rows(18, 45, 44));
  }

  @Test
  void windowWithoutElementSetsHasOneStepThatIsMissing() {
    ElementSetSeries series =
        ElementSetSeries.of(new KeplerHistory(1).days(100, day -> day < 10 || day > 80));

    FeatureWindow window = series.window(20, 30);

    assertThat(window.steps()).isEqualTo(1);
    assertThat(window.observed()).isFalse();
    assertThat(window.width()).isEqualTo(WIDTH);
  }

  @Test
  void windowsOfARequestEndWithItsNewestElementSet() {
    History history = new KeplerHistory(1).days(100);

    List<FeatureWindow> windows =
        FeatureWindows.of(Sampling.PER_ELEMENT_SET, history, 30, 7, SolarFlux.NONE);

    assertThat(windows).hasSize(11);
    FeatureWindow last = windows.get(10);
    assertThat(last.start()).isEqualTo(KeplerHistory.instant(70));
    assertThat(last.values()).isEqualTo(ElementSetFeatures.of(history).rows(70, 100, 99));
  }

  @Test
  void stepsAreFoundInTheHistory() {
    History history = new KeplerHistory(2).burn(30.2, 3, 0).days(60);
    ElementSetSeries series = ElementSetSeries.of(history);

    for (int step = 0; step < series.features().size(); step++) {
      assertThat(history.elements().get(series.elementSet(step)).epochDays())
          .isEqualTo(series.features().epochDays(step));
    }
  }
}
