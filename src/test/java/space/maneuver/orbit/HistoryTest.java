package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.testing.PublishedElementSets.LINE_1;
import static space.maneuver.testing.PublishedElementSets.LINE_2;
import static space.maneuver.testing.PublishedElementSets.pair;
import static space.maneuver.testing.PublishedElementSets.with;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.Reading;

class HistoryTest {

  @Test
  void sortsAndKeepsTheLatestIssueOfAnEpoch() throws IOException {
    ElementSet early = Reading.of(pair(with(LINE_1, 21, "100"), LINE_2)).only();
    ElementSet first = Reading.of(pair(with(LINE_1, 65, "   7"), LINE_2)).only();
    ElementSet second = Reading.of(pair(with(LINE_1, 65, "   8"), LINE_2)).only();

    History history = History.of(List.of(second, first, early));

    assertThat(history.elements()).containsExactly(early, second);
  }

  @Test
  void dropsExactDuplicates() throws IOException {
    List<ElementSet> twice =
        Reading.of(
                PublishedElementSets.STATION
                    + PublishedElementSets.VANGUARD
                    + PublishedElementSets.STATION)
            .good();

    History history = History.of(List.of(twice.get(0), twice.get(2)));

    assertThat(history.elements()).containsExactly(PublishedElementSets.STATION_ELEMENTS);
  }

  @Test
  void keepsTheLastInTheInputOfIssuesWithoutANumber() throws IOException {
    ElementSet first = Reading.of(pair(LINE_1, with(LINE_2, 9, " 51.6000"))).only();
    ElementSet second = Reading.of(pair(LINE_1, with(LINE_2, 9, " 51.7000"))).only();

    assertThat(History.of(List.of(first, second)).elements()).containsExactly(second);
    assertThat(History.of(List.of(second, first)).elements()).containsExactly(first);
  }

  @Test
  void keepsTheNewestName() throws IOException {
    ElementSet early = Reading.of("OLD\n" + pair(with(LINE_1, 21, "100"), LINE_2)).only();
    ElementSet named = Reading.of("NEW\n" + PublishedElementSets.STATION).only();
    ElementSet nameless = Reading.of(pair(with(LINE_1, 21, "300"), LINE_2)).only();

    assertThat(History.of(List.of(early, named, nameless)).name()).isEqualTo("NEW");
  }
}
