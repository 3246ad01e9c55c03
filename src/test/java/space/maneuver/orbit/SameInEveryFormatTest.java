package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orekit.propagation.analytical.tle.TLE;

class SameInEveryFormatTest {

  private static final List<ElementSet> SAMPLES =
      Stream.generate(new RandomElements(new Random(1))::next).limit(2000).toList();

  @Test
  void gpJsonWithNumbersGivesTheBitsOfTheTle() throws IOException {
    for (ElementSet sample : SAMPLES) {
      assertThat(Reading.of(json(sample)).only()).isEqualTo(tle(sample));
    }
  }

  @Test
  void gpJsonWithStringsGivesTheBitsOfTheTle() throws IOException {
    for (ElementSet sample : SAMPLES) {
      String strings = json(sample).replaceAll("\":(-?[0-9][-+0-9.Ee]*)", "\":\"$1\"");
      assertThat(Reading.of(strings).only()).isEqualTo(tle(sample));
    }
  }

  @Test
  void orekitReadsTheSameValuesFromTheLines() {
    for (ElementSet sample : SAMPLES) {
      String[] lines = TleWriter.lines(sample).split("\n");
      ElementSet own = TleWriter.rounded(sample);
      TLE expected = new TLE(lines[0], lines[1], Sgp4.tle(own).getUtc());

      assertThat(expected.getDate().durationFrom(Sgp4.date(own.epochTicks())))
          .isEqualTo(0, within(1e-9));
      assertThat(own.noradId()).isEqualTo(expected.getSatelliteNumber());
      assertNear(own.meanMotion(), expected.getMeanMotion());
      assertNear(own.meanMotionDot(), expected.getMeanMotionFirstDerivative());
      assertNear(own.meanMotionDotDot(), expected.getMeanMotionSecondDerivative());
      assertNear(own.bStar(), expected.getBStar());
      assertNear(own.eccentricity(), expected.getE());
      assertNear(own.inclination(), expected.getI());
      assertNear(own.rightAscension(), expected.getRaan());
      assertNear(own.argumentOfPerigee(), expected.getPerigeeArgument());
      assertNear(own.meanAnomaly(), expected.getMeanAnomaly());
      assertThat(Sgp4.tle(own).getLine2()).isEqualTo(expected.getLine2());
    }
  }

  private static ElementSet tle(ElementSet sample) throws IOException {
    return Reading.of(TleWriter.lines(sample)).only();
  }

  private static String json(ElementSet sample) {
    StringWriter text = new StringWriter();
    GpJsonWriter.write(List.of(sample), text);
    return text.toString();
  }

  private static void assertNear(double actual, double expected) {
    assertThat(actual).isEqualTo(expected, within(2 * Math.ulp(expected)));
  }
}
