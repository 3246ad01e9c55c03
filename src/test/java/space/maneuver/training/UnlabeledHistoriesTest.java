package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.History;
import space.maneuver.testing.Sgp4History;

class UnlabeledHistoriesTest {

  private static final int FOLDS = 4;

  private final UnlabeledHistories all =
      UnlabeledHistories.of(
          Map.of("debris", objects(1, 400), "rocket-bodies", objects(1000, 40)),
          objects(2000, 400));

  @Test
  void everyObjectIsHeldOutOnceAndTrainedOnOtherwise() {
    List<Integer> heldOut = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      UnlabeledHistories left = all.heldOut(fold, FOLDS);
      UnlabeledHistories trained = all.trainedOn(fold, FOLDS);
      heldOut.addAll(numbers(left));
      assertThat(numbers(trained)).doesNotContainAnyElementsOf(numbers(left));
      assertThat(numbers(trained).size() + numbers(left).size()).isEqualTo(numbers(all).size());
    }
    assertThat(heldOut).containsExactlyInAnyOrderElementsOf(numbers(all));
  }

  @Test
  void foldsHaveAboutTheSameNumberOfObjects() {
    for (int fold = 0; fold < FOLDS; fold++) {
      UnlabeledHistories left = all.heldOut(fold, FOLDS);
      assertThat(left.passive().get("debris")).hasSizeBetween(35, 65);
      assertThat(left.active()).hasSizeBetween(35, 65);
    }
  }

  @Test
  void passiveObjectsAreNotActive() {
    UnlabeledHistories both =
        UnlabeledHistories.of(Map.of("debris", objects(1, 5)), objects(3, 12));

    assertThat(both.active()).extracting(History::noradId).containsExactly(5, 7, 9, 11);
  }

  @Test
  void anObjectIsInOneGroup() {
    UnlabeledHistories twice =
        UnlabeledHistories.of(Map.of("debris", objects(1, 8), "old", objects(5, 12)), List.of());

    assertThat(twice.passive().get("debris")).extracting(History::noradId).contains(5, 7);
    assertThat(twice.passive().get("old")).extracting(History::noradId).containsExactly(9, 11);
    assertThat(twice.noradIds()).containsExactlyInAnyOrder(1, 3, 5, 7, 9, 11);
  }

  @Test
  void emptyGroupsAreNothing() {
    assertThat(UnlabeledHistories.of(Map.of("debris", List.of()), List.of()).isEmpty()).isTrue();
  }

  @Test
  void withoutLeavesObjectsOut() {
    assertThat(numbers(all.without(Set.of(1, 2001)))).doesNotContain(1, 2001).contains(3, 2003);
  }

  @Test
  void digestTellsHistoriesApart() {
    assertThat(all.digest())
        .isEqualTo(all.without(Set.of()).digest())
        .isNotEqualTo(all.without(Set.of(1)).digest())
        .isNotEqualTo(all.without(Set.of(2001)).digest());
  }

  private static List<Integer> numbers(UnlabeledHistories histories) {
    List<Integer> numbers = new ArrayList<>();
    histories.allPassive().forEach(each -> numbers.add(each.noradId()));
    histories.active().forEach(each -> numbers.add(each.noradId()));
    return numbers;
  }

  /** Objects with odd catalogue numbers from one on, as a part of a catalogue may have. */
  private static List<History> objects(int from, int until) {
    List<History> objects = new ArrayList<>();
    History of = Sgp4History.noisy(1, 3, .0005);
    int end = from < 1000 ? until : from + until;
    for (int number = from | 1; number < end; number += 2) {
      int noradId = number;
      objects.add(
          new History(of.elements().stream().map(each -> each.withObject(noradId, null)).toList()));
    }
    return objects;
  }
}
