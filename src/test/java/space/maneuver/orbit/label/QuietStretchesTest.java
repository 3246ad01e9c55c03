package space.maneuver.orbit.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;

class QuietStretchesTest {

  @Test
  void burnThatTheLogLacksEndsAStretch() {
    LabelledHistory satellite = withoutLabel(history(0.3), 1);

    List<History> stretches = QuietStretches.of(satellite);

    assertThat(stretches).hasSize(2);
    assertThat(days(stretches.get(0).last())).isCloseTo(120 - 20, within(2.));
    assertThat(days(stretches.get(1).first())).isCloseTo(120 + 20, within(2.));
  }

  @Test
  void smallStepIsLeftInForItMayBeNoise() {
    assertThat(QuietStretches.of(withoutLabel(history(0.04), 1))).hasSize(1);
  }

  @Test
  void wrongElementSetsAreNoBurn() {
    List<ElementSet> elements = new ArrayList<>(new KeplerHistory(3).days(200).elements());
    for (int wrong : new int[] {100, 101}) {
      ElementSet each = elements.get(wrong);
      elements.set(wrong, ElementSetBuilder.of(each).meanMotion(each.meanMotion() * 0.999).build());
    }

    assertThat(UnpublishedBurns.of(new History(elements))).isEmpty();
  }

  @Test
  void changeOfDragIsNoBurn() {
    List<ElementSet> elements = new ArrayList<>();
    for (ElementSet each : new KeplerHistory(3).days(200).elements()) {
      // From day 100 on 50 m more a day.
      double lost = 0.05 * Math.max(0, days(each) - 100);
      elements.add(
          ElementSetBuilder.of(each)
              .meanMotion(each.meanMotion() * (1 + 1.5 * lost / 7178))
              .build());
    }

    assertThat(UnpublishedBurns.of(new History(elements))).isEmpty();
  }

  @Test
  void stretchesForNoiseAreShorterAndNearerToBurns() {
    LabelledHistory often =
        new KeplerHistory(3).burn(10, 2, 0).burn(65, 2, 0).burn(130, 2, 0).labelled("often", 150);

    assertThat(QuietStretches.of(often)).isEmpty();
    assertThat(QuietStretches.forNoise(often)).hasSize(2);
    assertThat(days(QuietStretches.forNoise(often).get(0).first())).isCloseTo(20, within(1.));
  }

  /** With burns on days 5, 120 and 235; m/s of the second. */
  private static LabelledHistory history(double alongTrack) {
    return new KeplerHistory(3)
        .burn(5, 2, 0)
        .burn(120, alongTrack, 0)
        .burn(235, 2, 0)
        .labelled("quiet", 240);
  }

  private static LabelledHistory withoutLabel(LabelledHistory history, int which) {
    List<Burn> published = new ArrayList<>(history.burns());
    published.remove(which);
    return new LabelledHistory(history.name(), history.history(), published);
  }

  private static double days(ElementSet elements) {
    return Duration.between(KeplerHistory.START, elements.epoch()).toMillis() / 86_400_000.;
  }
}
