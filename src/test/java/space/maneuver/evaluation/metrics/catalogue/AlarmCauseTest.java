package space.maneuver.evaluation.metrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;

class AlarmCauseTest {

  private static final double START = Ticks.days(KeplerHistory.START);
  private static final double AXIS = 7178;

  @Test
  void burnIsALastingStep() {
    assertThat(cause(new KeplerHistory(3).burn(60.2, .05, 0).days(120)))
        .isEqualTo(AlarmCause.LASTING_STEP);
  }

  @Test
  void strongerDragChangesTheSlope() {
    assertThat(cause(changed(day -> -.02 * Math.max(0, day - 60)))).isEqualTo(AlarmCause.SLOPE);
  }

  @Test
  void wrongElementSetIsOneAfterWhichTheNextReturned() {
    assertThat(cause(changed(day -> day == 60.5 ? .1 : 0))).isEqualTo(AlarmCause.RETURNED);
  }

  @Test
  void noiseAndTheEndsOfAHistoryAreUnclear() {
    History quiet = new KeplerHistory(3).days(120);

    assertThat(cause(quiet)).isEqualTo(AlarmCause.UNCLEAR);
    assertThat(AlarmCause.of(quiet, START + .7)).isEqualTo(AlarmCause.UNCLEAR);
    assertThat(AlarmCause.of(new KeplerHistory(3).days(4), START + 2))
        .isEqualTo(AlarmCause.UNCLEAR);
  }

  private interface Change {
    /** Returns the change of the semi-major axis on a day, km. */
    double of(double day);
  }

  private static History changed(Change change) {
    List<ElementSet> elements = new ArrayList<>();
    for (ElementSet each : new KeplerHistory(3).days(120).elements()) {
      double relative = change.of(each.epochDays() - START) / AXIS;
      elements.add(
          ElementSetBuilder.of(each).meanMotion(each.meanMotion() * (1 - 1.5 * relative)).build());
    }
    return new History(elements);
  }

  /** An alarm some hours off. */
  private static AlarmCause cause(History history) {
    return AlarmCause.of(history, START + 60.6);
  }
}
