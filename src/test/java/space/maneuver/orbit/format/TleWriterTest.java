package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.format.TleFields.SatelliteNumber;
import space.maneuver.orbit.format.TleFields.TleEpoch;
import space.maneuver.orbit.format.TleFields.TleExponential;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.RandomElements;
import space.maneuver.testing.Reading;

class TleWriterTest {

  @Test
  void writesPublishedLinesBack() throws IOException {
    assertThat(TleWriter.lines(Reading.of(PublishedElementSets.STATION).only()) + "\n")
        .isEqualTo(PublishedElementSets.STATION);
    assertThat(TleWriter.lines(Reading.of(PublishedElementSets.VANGUARD).only()) + "\n")
        .isEqualTo(PublishedElementSets.VANGUARD);
  }

  @Test
  void isUndoneByTheReaderAndRoundsOnlyOnce() throws IOException {
    RandomElements random = new RandomElements(new Random(2));
    for (int i = 0; i < 5000; i++) {
      ElementSet sample = random.next();
      String lines = TleWriter.lines(sample);
      ElementSet read = Reading.of(lines).only();

      assertThat(read).isEqualTo(TleWriter.rounded(sample));
      assertThat(TleWriter.lines(read)).isEqualTo(lines);
      assertThat(TleWriter.rounded(read)).isEqualTo(read);
    }
  }

  @Test
  void writesAFullTurnAsZero() throws IOException {
    ElementSet full =
        Reading.of(
                PublishedElementSets.pair(
                    PublishedElementSets.LINE_1,
                    PublishedElementSets.with(PublishedElementSets.LINE_2, 44, "360.0000")))
            .only();

    assertThat(TleWriter.rounded(full).meanAnomaly()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, ' 00000-0'",
    "3.4803e-5, ' 34803-4'",
    "-1.1606e-5, '-11606-4'",
    "0.5, ' 50000-0'",
    "1, ' 10000+1'",
    "0.0999999, ' 10000-0'",
    "1.2344e-12, ' 00123-9'",
    "1e-20, ' 00000-0'",
    "-99999e4, '-99999+9'"
  })
  void writesExponentsInTheTlesNotation(double value, String text) {
    assertThat(TleExponential.format(value)).isEqualTo(text);
  }

  @Test
  void refusesWhatATleCannotHold() throws IOException {
    assertThatIllegalArgumentException().isThrownBy(() -> SatelliteNumber.format(340_000));
    assertThatIllegalArgumentException().isThrownBy(() -> TleExponential.format(1e9));
    long beyond = Ticks.of(Instant.parse("2057-01-01T00:00:00Z"));
    assertThatIllegalArgumentException().isThrownBy(() -> TleEpoch.format(beyond));
  }
}
