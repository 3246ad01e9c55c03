package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.features.gap.GapChannel.GapValues;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.Ticks;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.Sgp4History;

class ElementSetFeaturesTest {

  private static final int WIDTH = ElementSetFeatures.SCHEMA.width();
  private static final int GAP = 28;
  private static final int NOISE = 29;

  /** The medians of a drifting element are those of other element sets under other noise. */
  private static final Set<Integer> DRIFTING =
      Set.of(
          GapChannel.STEP_NODE.ordinal(), GapChannel.STEP_H.ordinal(), GapChannel.STEP_K.ordinal());

  private static final History NOISY = Sgp4History.noisy(7, 220, 0.01);

  private static final ElementSetFeatures FEATURES = ElementSetFeatures.of(NOISY);

  @Test
  void theSchemaHasTheChannelsOfAGap() {
    assertThat(ElementSetFeatures.SCHEMA.sampling()).isEqualTo(Sampling.PER_ELEMENT_SET);
    assertThat(ElementSetFeatures.SCHEMA.channels())
        .extracting(Channel::name)
        .hasSize(30)
        .doesNotHaveDuplicates()
        .startsWith("F1da", "F1dT")
        .endsWith("kq8", "gap", "noise");
    assertThat(ElementSetFeatures.SCHEMA.channels())
        .allSatisfy(channel -> assertThat(channel.meaning()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfTheInputDoesNotMatter(long seed) {
    List<ElementSet> shuffled = new ArrayList<>(NOISY.elements());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(last(ElementSetFeatures.of(History.of(shuffled)), 60)).isEqualTo(last(FEATURES, 60));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 2.5})
  void aBurnChangesNoRequestBeforeIt(double gap) {
    ElementSetFeatures quiet = ElementSetFeatures.of(Sgp4History.quiet(160, gap));
    ElementSetFeatures burn = ElementSetFeatures.of(Sgp4History.burnt(160, gap, 120.1 * gap, 1));

    int before = 0;
    while (burn.steps().elements().get(before).equals(quiet.steps().elements().get(before))) {
      int from = Math.max(0, before - 10);
      assertThat(burn.rows(from, before + 1, before))
          .isEqualTo(quiet.rows(from, before + 1, before));
      before++;
    }
    assertThat(before).isGreaterThan(25);
    assertThat(last(burn, 10)).isNotEqualTo(last(quiet, 10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.125, 0.4, 1.6, 3.3})
  void aRequestInThePastIsAsOneThatEndsThereAtEveryCadence(double gap) {
    List<ElementSet> elements = Sgp4History.burnt(200, gap, 150.5 * gap, 0.1).elements();
    ElementSetFeatures all = ElementSetFeatures.of(History.of(elements));

    for (int newest = 0; newest < all.size(); newest += 19) {
      int size = elements.indexOf(all.steps().elements().get(newest)) + 1;
      ElementSetFeatures past = ElementSetFeatures.of(History.of(elements.subList(0, size)));
      assertThat(past.size()).isEqualTo(newest + 1);
      assertThat(all.rows(0, newest + 1, newest)).isEqualTo(past.rows(0, newest + 1, newest));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9, 29, 59, 60, 100, 190, 219})
  void aRequestInThePastIsAsOneThatEndsThere(int size) {
    ElementSetFeatures past = ElementSetFeatures.of(History.of(NOISY.elements().subList(0, size)));

    assertThat(FEATURES.rows(0, size, size - 1)).isEqualTo(past.rows(0, size, size - 1));
  }

  @ParameterizedTest
  @EnumSource(GapChannel.class)
  void nothingChangesOnceTheElementSetsThatAChannelNeedsAreThere(GapChannel channel) {
    int size = 100;
    GapValues past = ElementSetFeatures.of(History.of(NOISY.elements().subList(0, size))).values();

    int known = size - ahead(channel);
    for (int k = 0; k < known; k++) {
      assertThat(past.get(channel, k)).isEqualTo(Double.valueOf(FEATURES.values().get(channel, k)));
    }
    for (int k = known; k < size; k++) {
      assertThat(past.get(channel, k)).isNaN();
    }
  }

  @ParameterizedTest
  @EnumSource(GapChannel.class)
  void aChannelIsZeroWhereItNeedsLaterElementSets(GapChannel channel) {
    float[] rows = FEATURES.rows(90, 101, 100);

    for (int k = 90; k <= 100; k++) {
      float value = rows[(k - 90) * WIDTH + channel.ordinal()];
      assertThat(value == 0).isEqualTo(k + ahead(channel) > 100);
    }
  }

  /** With noise in all elements two element sets never agree, so that 0 means: not computed. */
  @ParameterizedTest
  @EnumSource(GapChannel.class)
  void everyChannelIsComputedWhereAllElementsChange(GapChannel channel) {
    float[] rows = FEATURES.rows(60, 150, 200);

    for (int k = 60; k < 150; k++) {
      assertThat(FEATURES.values().get(channel, k)).as("km, gap %d", k).isFinite().isNotZero();
      assertThat(rows[(k - 60) * WIDTH + channel.ordinal()]).as("row %d", k).isFinite().isNotZero();
    }
  }

  @Test
  void gapAndNoiseOfARowAreComputed() {
    List<ElementSet> thinned = new ArrayList<>(NOISY.elements());
    thinned.subList(140, 144).clear();
    float[] rows = ElementSetFeatures.of(History.of(thinned)).rows(139, 142, 150);

    assertThat(rows[GAP]).isEqualTo(0, within(1e-6f));
    assertThat(rows[WIDTH + GAP]).isEqualTo(4, within(1e-6f));
    assertThat(rows[WIDTH + NOISE]).isBetween(0.5f, 2f);
  }

  @Test
  void theNoiseOfTheObjectIsTheUnit() {
    float[] quiet = last(ElementSetFeatures.of(Sgp4History.noisy(5, 200, 0.3)), 60);
    float[] loud = last(ElementSetFeatures.of(Sgp4History.noisy(5, 200, 0.9)), 60);

    for (int i = 0; i < quiet.length; i++) {
      int channel = i % WIDTH;
      double expected = channel == NOISE ? quiet[i] + Math.log10(3) : quiet[i];
      double tolerance = DRIFTING.contains(channel) ? 0.8 : 0.1;
      assertThat((double) loud[i]).as("channel %d", channel).isEqualTo(expected, within(tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9, 10, 29, 30, 59, 60})
  void shortHistoriesAreDefined(int size) {
    ElementSetFeatures few = ElementSetFeatures.of(History.of(NOISY.elements().subList(0, size)));

    float[] rows = few.rows(0, size, size - 1);

    assertFinite(rows);
    assertThat(rows[GAP]).isZero();
    for (int c = 0; c < GAP; c++) {
      assertThat(rows[c]).isZero();
    }
  }

  @Test
  void aCircularEquatorialOrbitHasNoSingularChannel() {
    ElementSetFeatures geostationary = ElementSetFeatures.of(geostationary(11, 120));

    for (GapChannel channel : GapChannel.values()) {
      for (int k = 20; k < 110; k++) {
        assertThat(geostationary.values().get(channel, k))
            .as("%s at %d", channel, k)
            .isBetween(-50.0, 50.0);
      }
    }
    assertFinite(last(geostationary, 120));
  }

  @Test
  void anElementSetThatCannotBePropagatedIsMissingOnlyWhereItTakesPart() {
    int bad = 50;
    List<ElementSet> elements = new ArrayList<>(NOISY.elements().subList(0, 100));
    elements.set(bad, ElementSetBuilder.broken(elements.get(bad)));

    ElementSetFeatures broken = ElementSetFeatures.of(History.of(elements));

    for (GapChannel channel : GapChannel.values()) {
      for (int k = 10; k < 90; k++) {
        double value = broken.values().get(channel, k);
        double whole = FEATURES.values().get(channel, k);
        if (k == bad) {
          assertThat(value).as("%s", channel).isNaN();
        } else if (k < bad - 8 || k > bad + 9) {
          assertThat(value).as("%s at %d", channel, k).isEqualTo(whole, within(1e-6));
        }
      }
    }
    assertThat(broken.values().get(GapChannel.F1_ALONG, bad + 1)).isNaN();
    assertThat(broken.values().get(GapChannel.F1_ALONG, bad + 2)).isFinite();
    assertThat(broken.values().get(GapChannel.F2_ALONG, bad + 1)).isFinite();
    assertFinite(last(broken, 100));
  }

  @Test
  void rowsAfterTheNewestElementSetAreRefused() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> FEATURES.rows(0, 11, 9));
  }

  /** A geostationary satellite in an all but circular and equatorial orbit, with noise. */
  private static History geostationary(long seed, int days) {
    Random random = new Random(seed);
    List<ElementSet> elements = new ArrayList<>();
    double meanMotion = 2 * Math.PI / 86_164.1;
    for (int day = 0; day < days; day++) {
      double node = 2 * Math.PI * random.nextDouble();
      double perigee = 2 * Math.PI * random.nextDouble();
      double longitude = 1 + meanMotion * 86_400 * day + 1e-6 * random.nextGaussian();
      double anomaly = longitude - node - perigee;
      elements.add(
          new ElementSet(
              ElementSetBuilder.NORAD_ID,
              null,
              null,
              ObjectClass.PAYLOAD,
              Sgp4History.LOW.epochTicks() + day * Ticks.PER_DAY,
              meanMotion * (1 + 1e-8 * random.nextGaussian()),
              Math.abs(1e-7 * random.nextGaussian()),
              day % 10 == 0 ? 0 : Math.abs(1e-7 * random.nextGaussian()),
              node,
              perigee,
              anomaly - 2 * Math.PI * Math.floor(anomaly / (2 * Math.PI)),
              0,
              0,
              0,
              day,
              day));
    }
    return History.of(elements);
  }

  private static int ahead(GapChannel channel) {
    return channel.lookAhead(new Cadence(new double[] {0, 1, 2}), 2);
  }

  private static float[] last(ElementSetFeatures features, int rows) {
    int size = features.size();
    return features.rows(size - rows, size, size - 1);
  }

  private static void assertFinite(float[] rows) {
    for (float value : rows) {
      assertThat(value).isFinite();
    }
  }
}
