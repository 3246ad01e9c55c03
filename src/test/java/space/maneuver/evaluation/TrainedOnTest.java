package space.maneuver.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import space.maneuver.features.SolarFlux;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.NetworkKind;
import space.maneuver.training.QuickTraining;
import space.maneuver.training.TrainingSettings;

class TrainedOnTest {

  private static final Map<String, String> OPTIONS = Map.of("quick", "no", "labels", "published");
  private static final LabelledHistory A = KeplerHistory.withBurns("a", 1);
  private static final LabelledHistory B = KeplerHistory.withBurns("b", 2);

  @Test
  void ignoresSeedAndOrder() {
    assertThat(of(1, OPTIONS, A, B).differences(of(2, OPTIONS, B, A))).isEmpty();
  }

  @Test
  void namesADifferingOptionWithBothValues() {
    Map<String, String> shuffled = new LinkedHashMap<>(OPTIONS);
    shuffled.put("labels", "shuffled");

    assertThat(of(1, shuffled, A).differences(of(1, OPTIONS, A)))
        .containsExactly("labels is shuffled there, published here");
  }

  @Test
  void namesANetworkOfDifferentSize() {
    TrainedOn larger =
        new TrainingSettings(NetworkKind.DAILY_LSTM, 1, 9, 1, 1, 0.1, 5, 8, 1e-2f, 0.02f)
            .trainedOn(OPTIONS, List.of(A), SolarFlux.NONE);

    assertThat(larger.differences(of(1, OPTIONS, A)))
        .singleElement()
        .asString()
        .contains("hidden 9", "hidden 8");
  }

  @Test
  void namesDifferingSatellites() {
    List<Burn> later =
        A.burns().stream()
            .map(
                burn ->
                    new Burn(
                        burn.start().plus(Duration.ofDays(1)),
                        burn.end().plus(Duration.ofDays(1)),
                        burn.burns(),
                        burn.radial(),
                        burn.alongTrack(),
                        burn.crossTrack()))
            .toList();
    LabelledHistory changed = new LabelledHistory("a", A.history(), later);
    LabelledHistory c = KeplerHistory.withBurns("c", 3);

    assertThat(of(1, OPTIONS, A, B).differences(of(1, OPTIONS, changed, c)))
        .containsExactly(
            "a has different element sets or burns there", "b is only there", "c is only here");
  }

  private static TrainedOn of(long seed, Map<String, String> options, LabelledHistory... data) {
    return QuickTraining.settings(seed, 5).trainedOn(options, List.of(data), SolarFlux.NONE);
  }
}
