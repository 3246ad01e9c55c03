package space.maneuver.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;

class DailySeriesTest {

  @Test
  void takesOfEachDayTheElementSetNearestNoon() {
    DailySeries series =
        series(
            ElementSetBuilder.at("2020-03-01T06:00:00Z").bStar(1),
            ElementSetBuilder.at("2020-03-01T13:00:00Z").bStar(2),
            ElementSetBuilder.at("2020-03-01T20:00:00Z").bStar(3),
            ElementSetBuilder.at("2020-03-02T23:59:59Z").bStar(4));

    FeatureWindow window = series.window(0, 2);
    assertThat(Rows.at(window, 0, Rows.B_STAR)).isEqualTo(2);
    assertThat(Rows.at(window, 1, Rows.B_STAR)).isEqualTo(4);
    assertThat(Rows.at(window, 1, Rows.HOURS)).isCloseTo(34.99972f, within(1e-4f));
  }

  @Test
  void ofTwoElementSetsEquallyNearNoonTheEarlierCounts() {
    DailySeries series =
        series(
            ElementSetBuilder.at("2020-03-01T13:00:00Z").bStar(2),
            ElementSetBuilder.at("2020-03-01T11:00:00Z").bStar(1));

    assertThat(Rows.at(series.window(0, 1), 0, Rows.B_STAR)).isEqualTo(1);
  }

  @Test
  void midnightBelongsToTheDayThatBegins() {
    DailySeries series =
        series(
            ElementSetBuilder.at("2020-03-01T12:00:00Z"),
            ElementSetBuilder.at("2020-03-02T00:00:00Z"));

    assertThat(series.days()).isEqualTo(2);
    assertThat(series.window(0, 2).observed(1)).isTrue();
  }

  @Test
  void daysWithoutElementSetsStayEmpty() {
    DailySeries series =
        series(
            ElementSetBuilder.at("2020-03-01T12:00:00Z").inclination(50),
            ElementSetBuilder.at("2020-03-04T12:00:00Z").inclination(50.3));

    FeatureWindow window = series.window(0, 4);
    assertThat(series.days()).isEqualTo(4);
    assertThat(series.observedDays()).isEqualTo(2);
    assertThat(Rows.row(window, 1)).containsOnly(Float.NaN);
    assertThat(Rows.row(window, 2)).containsOnly(Float.NaN);
    assertThat(Rows.at(window, 3, Rows.INCLINATION)).isCloseTo(0.1f, within(1e-5f));
    assertThat(Rows.at(window, 3, Rows.HOURS)).isEqualTo(72);
  }

  @Test
  void firstObservedDayOfAWindowHasNoRates() {
    DailySeries series =
        DailySeries.of(new KeplerHistory(1).days(20, day -> day != 5), SolarFlux.NONE);

    FeatureWindow window = series.window(5, 10);
    assertThat(window.observed(0)).isFalse();
    for (int column : new int[] {0, 1, 2, 3, Rows.HOURS}) {
      assertThat(Rows.at(window, 1, column)).isNaN();
      assertThat(Rows.at(window, 2, column)).isNotNaN();
      assertThat(Rows.at(series.window(0, 10), 6, column)).isNotNaN();
    }
    assertThat(Rows.at(window, 1, Rows.B_STAR)).isEqualTo(1e-5f);
    assertThat(Rows.at(window, 1, Rows.CLASS)).isZero();
  }

  @Test
  void elementSetsOutsideAWindowChangeNothingInside() {
    List<ElementSet> all = new KeplerHistory(2).days(90).elements();
    List<ElementSet> inside = all.subList(30, 60);
    List<ElementSet> changed = new ArrayList<>(inside);
    all.subList(0, 30).forEach(each -> changed.add(each.withDrag(0.5, 1e-12)));
    changed.add(ElementSetBuilder.at("2020-03-02T12:00:00Z").revolutionsPerDay(2).node(7).build());

    float[] expected = january31(all, 30);
    assertThat(expected).hasSize(30 * 8);
    assertThat(january31(inside, 30)).isEqualTo(expected);
    assertThat(january31(changed, 30)).isEqualTo(expected);
  }

  private static float[] january31(List<ElementSet> elements, int days) {
    DailySeries series = DailySeries.of(History.of(elements), SolarFlux.NONE);
    long day = KeplerHistory.instant(30).getEpochSecond() / 86_400;
    return series.window((int) (day - series.firstDay()), days).values();
  }

  @Test
  void orderOfTheInputDoesNotMatter() {
    List<ElementSet> elements = new ArrayList<>(new KeplerHistory(3).days(40).elements());
    float[] expected = whole(elements);
    Collections.shuffle(elements, new Random(3));

    assertThat(whole(elements)).isEqualTo(expected);
  }

  private static float[] whole(List<ElementSet> elements) {
    DailySeries series = DailySeries.of(History.of(elements), SolarFlux.NONE);
    return series.window(0, series.days()).values();
  }

  @Test
  void windowMayReachBeyondEitherEnd() {
    DailySeries series = DailySeries.of(new KeplerHistory(4).days(10), SolarFlux.NONE);

    FeatureWindow before = series.window(-25, 30);
    FeatureWindow after = series.window(8, 30);
    FeatureWindow around = series.window(-10, 30);

    assertThat(observed(before)).containsExactly(25, 26, 27, 28, 29);
    assertThat(before.start()).isEqualTo(KeplerHistory.instant(-25));
    assertThat(observed(after)).containsExactly(0, 1);
    assertThat(after.start()).isEqualTo(KeplerHistory.instant(8));
    assertThat(observed(around)).containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    assertThat(Rows.at(around, 10, Rows.MEAN_MOTION)).isNaN();
    assertThat(Rows.at(around, 11, Rows.MEAN_MOTION)).isNotNaN();
  }

  @Test
  void windowWhollyOutsideIsEmpty() {
    DailySeries series = DailySeries.of(new KeplerHistory(4).days(10), SolarFlux.NONE);

    assertThat(series.window(10, 30).values()).hasSize(240).containsOnly(Float.NaN);
    assertThat(series.window(-30, 30).values()).hasSize(240).containsOnly(Float.NaN);
  }

  @Test
  void windowKnowsItsObjectAndPlace() {
    FeatureWindow window =
        series(
                ElementSetBuilder.at("1969-12-30T05:00:00Z"),
                ElementSetBuilder.at("1970-01-02T05:00:00Z"))
            .window(1, 2);

    assertThat(window.noradId()).isEqualTo(ElementSetBuilder.NORAD_ID);
    assertThat(window.start()).isEqualTo(Instant.parse("1969-12-31T00:00:00Z"));
    assertThat(window.days()).isEqualTo(2);
    assertThat(window.steps()).isEqualTo(2);
    assertThat(window.width()).isEqualTo(DailyFeatures.SCHEMA.width());
    assertThat(window.id()).isNull();
  }

  private static List<Integer> observed(FeatureWindow window) {
    return IntStream.range(0, window.steps()).filter(window::observed).boxed().toList();
  }

  private static DailySeries series(ElementSetBuilder... elements) {
    List<ElementSet> built = Arrays.stream(elements).map(ElementSetBuilder::build).toList();
    return DailySeries.of(History.of(built), SolarFlux.NONE);
  }
}
