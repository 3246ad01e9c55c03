package space.maneuver.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;

class DailyFeaturesTest {

  private static final String FIRST = "2020-03-01T12:00:00Z";
  private static final String SECOND = "2020-03-03T18:00:00Z";
  private static final double DAYS = 2.25;

  @Test
  void ratesAreChangesByTheTimeBetweenTheElementSets() {
    FeatureWindow window =
        window(
            ElementSetBuilder.at(FIRST)
                .revolutionsPerDay(14.2)
                .eccentricity(0.0010)
                .inclination(98.6),
            ElementSetBuilder.at(SECOND)
                .revolutionsPerDay(14.2009)
                .eccentricity(0.0019)
                .inclination(98.555)
                .bStar(3e-5));

    assertThat(Rows.at(window, 2, Rows.MEAN_MOTION)).isCloseTo(4e-4f, within(1e-9f));
    assertThat(Rows.at(window, 2, Rows.ECCENTRICITY)).isCloseTo(4e-4f, within(1e-9f));
    assertThat(Rows.at(window, 2, Rows.INCLINATION)).isCloseTo(-0.02f, within(1e-8f));
    assertThat(Rows.at(window, 2, Rows.B_STAR)).isEqualTo(3e-5f);
    assertThat(Rows.at(window, 2, Rows.HOURS)).isEqualTo(54);
  }

  /**
   * Rates of the node by J2, -3/2 n J2 (Re/p)^2 cos i, by hand: the sun-synchronous orbit at 800
   * km, the Molniya orbit and that of the space station at 400 km.
   */
  @ParameterizedTest
  @CsvSource({
    "14.275309217, 0,    98.603,  0.98563",
    "2.006356165,  0.72, 63.4,   -0.13064",
    "15.557422116, 0,    51.6,   -5.00228",
    "15.557422116, 0,    90,      0"
  })
  void rateOfTheNodeIsWhatOblatenessDoesNotExplain(
      double revolutionsPerDay, double eccentricity, double inclination, double secular) {
    ElementSetBuilder first =
        ElementSetBuilder.at(FIRST)
            .revolutionsPerDay(revolutionsPerDay)
            .eccentricity(eccentricity)
            .inclination(inclination)
            .node(200);
    ElementSetBuilder second =
        ElementSetBuilder.at(SECOND)
            .revolutionsPerDay(revolutionsPerDay)
            .eccentricity(eccentricity)
            .inclination(inclination);

    float carried = nodeRate(first, second.node(200 + secular * DAYS));
    float held = nodeRate(first, second.node(200));
    float kicked = nodeRate(first, second.node(200 + secular * DAYS + 0.09));

    assertThat(carried).isCloseTo(0, within(1e-5f));
    assertThat(held).isCloseTo((float) -secular, within(1e-5f));
    assertThat(kicked).isCloseTo(0.04f, within(1e-5f));
  }

  @ParameterizedTest
  @CsvSource({"359.9, 0.2, 0.3", "0.1, 359.95, -0.15", "179.9, 180.2, 0.3", "10, 350, -20"})
  void nodePassesAFullTurnWithoutAJump(double before, double after, double change) {
    float rate =
        nodeRate(
            ElementSetBuilder.at(FIRST).inclination(90).node(before),
            ElementSetBuilder.at(SECOND).inclination(90).node(after));

    assertThat(rate).isCloseTo((float) (change / DAYS), within(1e-5f));
  }

  private static float nodeRate(ElementSetBuilder first, ElementSetBuilder second) {
    return Rows.at(window(first, second), 2, Rows.NODE);
  }

  @ParameterizedTest
  @CsvSource({"PAYLOAD, 0", "UNKNOWN, 0", "ROCKET_BODY, 1", "DEBRIS, 2"})
  void classIsANumber(ObjectClass objectClass, float expected) {
    ElementSetBuilder elements = ElementSetBuilder.at(FIRST).objectClass(objectClass);

    assertThat(Rows.at(window(elements, elements), 0, Rows.CLASS)).isEqualTo(expected);
  }

  @Test
  void solarFluxIsThatOfTheDayAndMissingWhereNotKnown(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("flux.csv");
    Files.writeString(file, "DATE,F10.7_OBS\n2020-03-01,71.5\n2020-03-02,99\n");
    History history =
        History.of(
            List.of(ElementSetBuilder.at(FIRST).build(), ElementSetBuilder.at(SECOND).build()));

    FeatureWindow window = DailySeries.of(history, SolarFlux.read(file)).window(0, 3);

    assertThat(Rows.at(window, 0, Rows.FLUX)).isEqualTo(71.5f);
    assertThat(Rows.at(window, 1, Rows.FLUX)).isNaN();
    assertThat(Rows.at(window, 2, Rows.FLUX)).isNaN();
  }

  @Test
  void lastWindowHoldsTheNewestElementSetOnItsLastDay() {
    List<FeatureWindow> windows =
        FeatureWindows.of(Sampling.DAILY, new KeplerHistory(1).days(60), 30, 7, SolarFlux.NONE);

    assertThat(windows)
        .extracting(FeatureWindow::start)
        .containsExactly(
            KeplerHistory.instant(2),
            KeplerHistory.instant(9),
            KeplerHistory.instant(16),
            KeplerHistory.instant(23),
            KeplerHistory.instant(30));
    assertThat(windows).allSatisfy(window -> assertThat(window.steps()).isEqualTo(30));
    assertThat(windows.get(4).observed(29)).isTrue();
  }

  @Test
  void strideOfOneDayGivesEveryWindow() {
    History history = new KeplerHistory(1).days(64);

    assertThat(FeatureWindows.of(Sampling.DAILY, history, 60, 1, SolarFlux.NONE))
        .extracting(FeatureWindow::start)
        .containsExactly(
            KeplerHistory.instant(0),
            KeplerHistory.instant(1),
            KeplerHistory.instant(2),
            KeplerHistory.instant(3),
            KeplerHistory.instant(4));
  }

  @Test
  void historyAsLongAsAWindowGivesOne() {
    assertThat(
            FeatureWindows.of(Sampling.DAILY, new KeplerHistory(1).days(30), 30, 5, SolarFlux.NONE))
        .extracting(FeatureWindow::start)
        .containsExactly(KeplerHistory.START);
  }

  @Test
  void windowsWithoutAnElementSetAreLeftOut() {
    History history =
        History.of(
            List.of(
                ElementSetBuilder.at("1960-01-01T12:00:00Z").build(),
                ElementSetBuilder.at("2050-01-01T12:00:00Z").build()));

    List<FeatureWindow> windows = FeatureWindows.of(Sampling.DAILY, history, 30, 1, SolarFlux.NONE);

    assertThat(windows).hasSize(2).allMatch(FeatureWindow::observed);
    assertThat(windows.get(0).start()).isEqualTo("1960-01-01T00:00:00Z");
    assertThat(windows.get(1).start()).isEqualTo("2049-12-03T00:00:00Z");
  }

  @Test
  void historyShorterThanAWindowEndsOnItsLastDay() {
    List<FeatureWindow> windows =
        FeatureWindows.of(Sampling.DAILY, new KeplerHistory(1).days(10), 30, 3, SolarFlux.NONE);

    assertThat(windows)
        .extracting(FeatureWindow::start)
        .containsExactly(KeplerHistory.instant(-20));
    assertThat(windows.get(0).observed(19)).isFalse();
    assertThat(windows.get(0).observed(20)).isTrue();
    assertThat(windows.get(0).observed(29)).isTrue();
  }

  @Test
  void channelsThatMayNotBeMissingAreThereOnEveryObservedDay() {
    FeatureWindow window =
        DailySeries.of(new KeplerHistory(1).days(10, day -> day % 3 == 0), SolarFlux.NONE)
            .window(0, 10);

    for (int column = 0; column < DailyFeatures.SCHEMA.width(); column++) {
      for (int day = 0; day < 10; day += 3) {
        assertThat(
                DailyFeatures.SCHEMA.channels().get(column).nullable()
                    || !Float.isNaN(Rows.at(window, day, column)))
            .isTrue();
      }
    }
  }

  private static FeatureWindow window(ElementSetBuilder first, ElementSetBuilder second) {
    History history = History.of(List.of(first.build(), second.build()));
    return DailySeries.of(history, SolarFlux.NONE).window(0, 3);
  }
}
