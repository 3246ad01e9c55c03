package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSetStore.TooManyElementSetsException;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.Reading;

class GroupedHistoriesTest {

  private static final String EARLIER =
      PublishedElementSets.pair(
          PublishedElementSets.with(PublishedElementSets.LINE_1, 21, "100"),
          PublishedElementSets.LINE_2);

  private final List<History> histories = new ArrayList<>();
  private final GroupedHistories grouped = new GroupedHistories(2, histories::add);

  @Test
  void handsAHistoryOnWhenTheNextObjectBegins() throws IOException {
    read(PublishedElementSets.STATION + EARLIER);
    assertThat(histories).isEmpty();

    read(PublishedElementSets.VANGUARD);
    assertThat(histories)
        .isEqualTo(List.of(History.of(Reading.of(PublishedElementSets.STATION + EARLIER).good())));

    grouped.finish();
    grouped.finish();
    assertThat(histories).extracting(History::noradId).containsExactly(25544, 5);
  }

  @Test
  void refusesToSplitAnObjectThatComesAgain() {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(
            () -> read(PublishedElementSets.STATION + PublishedElementSets.VANGUARD + EARLIER))
        .withMessageContaining("object 25544 reappears");
    assertThat(histories).extracting(History::noradId).containsExactly(25544, 5);
  }

  @Test
  void refusesAnObjectThatIsTooLong() {
    assertThatExceptionOfType(TooManyElementSetsException.class)
        .isThrownBy(
            () -> read(PublishedElementSets.STATION + EARLIER + PublishedElementSets.STATION))
        .withMessageContaining("more than 2");
  }

  private void read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ElementSetReader.read(new ByteArrayInputStream(bytes), null, grouped::add, bad -> {});
  }
}
