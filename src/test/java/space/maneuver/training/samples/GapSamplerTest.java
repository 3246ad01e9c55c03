package space.maneuver.training.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;

class GapSamplerTest {

  private static final int LONGEST = 60;

  @Test
  void sameSeedDrawsTheSameBatches() {
    SampleBatch one = sampler(5).next(8);
    SampleBatch same = sampler(5).next(8);

    assertThat(same.windows().x()).isEqualTo(one.windows().x());
    assertThat(same.labels()).isEqualTo(one.labels());
    assertThat(sampler(6).next(8).windows().x()).isNotEqualTo(one.windows().x());
  }

  @Test
  void weightsSumToOneOverTheStepsThatAreNotNextToABurn() {
    SampleBatch batch = sampler(1).next(16);

    double sum = 0;
    for (int row = 0; row < 16; row++) {
      int length = (int) batch.windows().lengths()[row];
      assertThat(length).isBetween(56, LONGEST);
      for (int k = 0; k < LONGEST; k++) {
        float weight = batch.weights()[row * LONGEST + k];
        int step = row * LONGEST + k;
        float[] labels = batch.labels();
        boolean besideBurn =
            labels[step] == 0
                && ((k > 0 && labels[step - 1] == 1) || (k + 1 < length && labels[step + 1] == 1));
        if (k > 0 && k + 1 < length) {
          assertThat(weight > 0).isEqualTo(!besideBurn);
        } else if (k >= length) {
          assertThat(weight).isZero();
        }
        sum += weight;
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-4));
  }

  @Test
  void everyBurnLabelsTheGapThatContainsIt() {
    LabelledHistory history =
        new KeplerHistory(1).burn(20.3, 3, 0).burn(50.9, 3, 0).labelled("made up", 100);

    LabelledGaps gaps = LabelledGaps.simulated(history.history(), history.burns());

    float[] labels = gaps.labels();
    for (int k = 0; k < labels.length; k++) {
      double from = k == 0 ? 0 : gaps.features().epochDays(k - 1);
      double to = gaps.features().epochDays(k);
      boolean holds =
          history.burns().stream()
              .mapToDouble(burn -> burn.start().getEpochSecond() / 86_400.0)
              .anyMatch(start -> start > from && start <= to);
      assertThat(labels[k] == 1).as("gap %d", k).isEqualTo(holds && k > 0);
    }
    assertThat(sum(labels)).isEqualTo(2);
  }

  @Test
  void gapsNextToAGapWithABurnDoNotCount() {
    LabelledHistory history = new KeplerHistory(1).burn(20.3, 3, 0).labelled("made up", 100);

    LabelledGaps gaps = LabelledGaps.simulated(history.history(), history.burns());

    int burn = 0;
    while (gaps.labels()[burn] == 0) {
      burn++;
    }
    float[] expected = new float[gaps.labels().length];
    Arrays.fill(expected, 1);
    expected[burn - 1] = 0;
    expected[burn + 1] = 0;
    assertThat(gaps.weights()).isEqualTo(expected);
  }

  @Test
  void publishedLabelsEndAWeekFromTheBurns() {
    LabelledHistory history =
        new KeplerHistory(1).burn(20.3, 3, 0).burn(50.9, 3, 0).labelled("made up", 100);

    LabelledGaps gaps = LabelledGaps.published(history.history(), history.burns());

    double first = history.burns().get(0).start().getEpochSecond() / 86_400.0;
    assertThat(gaps.features().epochDays(gaps.from())).isBetween(first - 7, first - 5);
    assertThat(gaps.features().epochDays(gaps.to() - 1)).isBetween(first + 36, first + 37.7);
  }

  @Test
  void refusesHistoriesThatAreAllTooShort() {
    LabelledHistory brief = new KeplerHistory(1).burn(3.5, 9, 0).labelled("brief", 50);
    List<LabelledGaps> tooShort = List.of(LabelledGaps.simulated(brief.history(), brief.burns()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GapSampler(tooShort, 1))
        .withMessageContaining("60");
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static GapSampler sampler(long seed) {
    return new GapSampler(Arrays.asList(gaps("a", 1), gaps("b", 2)), seed);
  }

  private static LabelledGaps gaps(String name, long seed) {
    LabelledHistory history = KeplerHistory.withBurns(name, seed);
    return LabelledGaps.simulated(history.history(), history.burns());
  }
}
