package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.Reading;

class FeaturesInEveryFormatTest {

  private static final List<ElementSet> MADE_UP =
      new KeplerHistory(4).burn(40.2, 0.05, 0.5).days(80).elements();

  private final List<ElementSet> history;
  private final float[] expected;

  FeaturesInEveryFormatTest() throws IOException {
    history = Reading.of(ElementSetDocument.of(ElementSetFormat.TLE, MADE_UP).text()).good();
    expected = features(history);
  }

  @ParameterizedTest
  @EnumSource
  void theFeaturesHaveTheBitsOfThoseOfTheLines(ElementSetFormat format) throws IOException {
    assertThat(features(ElementSetDocument.of(format, history))).isEqualTo(expected);
  }

  @Test
  void quotesDoNotChangeAFeature() throws IOException {
    assertThat(features(ElementSetDocument.json(history, "\""))).isEqualTo(expected);
    assertThat(features(ElementSetDocument.csv(history, "\""))).isEqualTo(expected);
  }

  private static float[] features(ElementSetDocument document) throws IOException {
    return features(Reading.of(document.text()).good());
  }

  private static float[] features(List<ElementSet> elements) {
    ElementSetFeatures features = ElementSetFeatures.of(History.of(elements));
    int size = features.size();
    return features.rows(0, size, size - 1);
  }
}
