package space.maneuver.detection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.search.BurnSearch.Candidate;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.StepBundles;

/** What no network needs to know: only thrust raises an orbit, or turns its plane for good. */
class EvidentRaiseTest {

  private static final ManeuverModel RANDOM = ManeuverModel.start(StepBundles.random(3));

  @AfterAll
  static void close() {
    RANDOM.close();
  }

  @Test
  void anEvidentRaiseIsACandidateWhateverTheNetworkSays() {
    History history = new KeplerHistory(1).burn(50.3, 0.5, 0).labelled("raised", 100).history();

    Candidate surest = candidates(history).get(0);

    assertThat(surest.score()).isEqualTo(0.95);
    assertThat(history.elements().get(surest.before()).epoch())
        .isBeforeOrEqualTo(KeplerHistory.instant(50.3 + 1.5));
    assertThat(history.elements().get(surest.after()).epoch())
        .isAfterOrEqualTo(KeplerHistory.instant(50.3 - 1.5));
  }

  @Test
  void aLastingStepOfThePlaneIsACandidateWhateverTheNetworkSays() {
    History history = new KeplerHistory(1).burn(50.3, 0, 0.5).labelled("turned", 100).history();

    Candidate surest = candidates(history).get(0);

    assertThat(surest.score()).isEqualTo(0.95);
    assertThat(history.elements().get(surest.before()).epoch())
        .isBeforeOrEqualTo(KeplerHistory.instant(50.3 + 1.5));
    assertThat(history.elements().get(surest.after()).epoch())
        .isAfterOrEqualTo(KeplerHistory.instant(50.3 - 1.5));
  }

  @Test
  void aFallingOrbitOrASmallRaiseProveNothing() {
    History lowered = new KeplerHistory(1).burn(50.3, -0.5, 0).labelled("lowered", 100).history();
    History little = new KeplerHistory(1).burn(50.3, 0.1, 0).labelled("little", 100).history();

    assertThat(candidates(lowered)).noneMatch(each -> each.score() == 0.95);
    assertThat(candidates(little)).noneMatch(each -> each.score() == 0.95);
  }

  private static List<Candidate> candidates(History history) {
    return Objects.requireNonNull(new StepSearch(RANDOM).search(history, null, false)).candidates();
  }
}
