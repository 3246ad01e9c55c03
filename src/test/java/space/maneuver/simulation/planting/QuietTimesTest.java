package space.maneuver.simulation.planting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.Sgp4History;

class QuietTimesTest {

  private static final int DAYS = 120;
  private static final int MARGIN = 15;

  @Test
  void historyWithoutBurnsIsQuietButForItsEnds() {
    History history = Sgp4History.noisy(Sgp4History.LOW).every(.5, 2 * DAYS);

    List<Integer> gaps = QuietTimes.gaps(history);

    assertThat(gaps).first().isEqualTo(2 * MARGIN + 1);
    assertThat(gaps).last().isEqualTo(2 * (DAYS - MARGIN) - 1);
    assertThat(gaps).hasSizeGreaterThan(100);
  }

  @Test
  void noTimeNearABurnAlongTheTrackIsQuiet() {
    assertNotQuietNear(60, Sgp4History.noisy(Sgp4History.LOW).burn(60.2, 0, .01, 0));
  }

  @Test
  void noTimeNearATurnOfThePlaneIsQuiet() {
    assertNotQuietNear(60, Sgp4History.noisy(Sgp4History.LOW).burn(60.2, 0, 0, .5));
    assertNotQuietNear(60, Sgp4History.noisy(Sgp4History.GEOSTATIONARY).burn(60.2, 0, 0, .5));
  }

  @Test
  void changeOfDragIsNoBurn() {
    History calm = Sgp4History.noisy(Sgp4History.LOW).every(.5, DAYS);
    ElementSet last = calm.last();
    History stormy = Sgp4History.noisy(last.withDrag(3 * last.bStar(), 0)).every(.5, DAYS);
    List<ElementSet> both = new ArrayList<>(calm.elements());
    both.addAll(stormy.elements().subList(1, stormy.size()));

    List<Integer> gaps = QuietTimes.gaps(new History(both));

    assertThat(gaps).contains(calm.size() - 1, calm.size() + 5);
  }

  @Test
  void objectThatThrustsAllTheTimeHasNoQuietTime() {
    Sgp4History orbit = Sgp4History.noisy(Sgp4History.LOW);
    for (int day = 1; day < DAYS; day += 2) {
      orbit.burn(day + .3, 0, day % 4 == 1 ? .1 : -.1, 0);
    }

    assertThat(QuietTimes.gaps(orbit.every(.5, 2 * DAYS))).isEmpty();
  }

  @Test
  void noTimeNearALongGapIsQuiet() {
    History history = Sgp4History.noisy(Sgp4History.LOW).every(1, DAYS);
    List<ElementSet> elements = new ArrayList<>(history.elements());
    elements.subList(60, 65).clear();

    assertThat(QuietTimes.gaps(new History(elements)))
        .noneMatch(gap -> gap > 60 - MARGIN && gap <= 60 + MARGIN)
        .contains(30, 90);
  }

  @Test
  void tooFewElementSetsHaveNoQuietTime() {
    assertThat(QuietTimes.gaps(Sgp4History.noisy(Sgp4History.LOW).every(1, 5))).isEmpty();
  }

  private static void assertNotQuietNear(int day, Sgp4History orbit) {
    assertThat(QuietTimes.gaps(orbit.every(.5, 2 * DAYS)))
        .noneMatch(gap -> Math.abs(gap / 2. - day) < MARGIN - 1)
        .contains(2 * (day - 2 * MARGIN), 2 * (day + 2 * MARGIN));
  }
}
