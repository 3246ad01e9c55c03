package space.maneuver.training.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.label.CertainSteps;
import space.maneuver.orbit.label.CertainSteps.Kind;
import space.maneuver.orbit.label.CertainSteps.Step;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.LabelledHistory.Interval;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.samples.GapSource.Drawn;

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

    LabelledGaps gaps = LabelledGaps.complete(history.history(), history.burns());

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

    LabelledGaps gaps = LabelledGaps.complete(history.history(), history.burns());

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
  void historiesTooShortForAWindowAreLeftOut() {
    LabelledHistory brief = new KeplerHistory(1).burn(3.5, 9, 0).labelled("brief", 11);

    assertThat(
            GapSource.of(
                1, List.of(LabelledGaps.complete(brief.history(), brief.burns())), Drawn.ANYWHERE))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GapSampler(List.of(), 0.5, 1))
        .withMessageContaining("12");
  }

  @Test
  void aShortHistoryIsAWindowOfItsOwn() {
    LabelledHistory brief = new KeplerHistory(1).burn(13.5, 9, 0).labelled("brief", 30);
    SampleBatch batch = new GapSampler(source(1, Drawn.ANYWHERE, brief), 0.5, 1).next(4);

    assertThat(batch.windows().lengths()).containsOnly(29);
  }

  @Test
  void windowsAroundBurnsHoldOne() {
    LabelledHistory history = new KeplerHistory(1).burn(200.3, 3, 0).labelled("made up", 400);
    SampleBatch batch = new GapSampler(source(1, Drawn.AROUND_BURNS, history), 0.5, 1).next(16);

    for (int row = 0; row < 16; row++) {
      float[] labels = Arrays.copyOfRange(batch.labels(), row * LONGEST, (row + 1) * LONGEST);
      assertThat(sum(labels)).isEqualTo(1);
    }
  }

  @Test
  void sourcesGetTheirShareOfTheWindows() {
    LabelledHistory quiet = new KeplerHistory(1).labelled("quiet", 400);
    LabelledHistory burning = new KeplerHistory(1).burn(200.3, 3, 0).labelled("burning", 400);
    List<GapSource> sources = new ArrayList<>(source(3, Drawn.ANYWHERE, quiet));
    sources.addAll(source(1, Drawn.AROUND_BURNS, burning));
    SampleBatch batch = new GapSampler(sources, 0.5, 1).next(400);

    assertThat(sum(batch.labels())).isBetween(60.0, 140.0);
  }

  @Test
  void onlyEvidentStepsAreKnown() {
    LabelledHistory history = new KeplerHistory(1).burn(50.3, 3, 0).labelled("made up", 100);
    List<Step> steps = CertainSteps.of(history.history(), Kind.RAISE, 0.5);

    LabelledGaps gaps = LabelledGaps.certain(history.history(), steps);

    int burn = IntStream.range(0, 100).filter(k -> gaps.labels()[k] == 1).findFirst().orElseThrow();
    assertThat(gaps.features().epochDays(burn)).isBetween(days(history) - 1, days(history) + 2);
    assertThat(sum(gaps.labels())).isEqualTo(1);
    assertThat(gaps.weights()).isEqualTo(gaps.labels());
  }

  /** Two verdicts in ten years: a burn, and a day on which there was none. */
  @Test
  void onlyReviewedGapsAreKnown() {
    LabelledHistory history = reviewedOfTenYears();

    LabelledGaps gaps = LabelledGaps.reviewed(history);

    List<Integer> known =
        IntStream.range(0, gaps.weights().length)
            .filter(k -> gaps.weights()[k] > 0)
            .boxed()
            .toList();
    assertThat(gaps.weights()).hasSizeGreaterThan(3_600);
    assertThat(known).hasSize(2);
    assertThat(gaps.labels()[known.get(0)]).isEqualTo(1);
    assertThat(gaps.features().epochDays(known.get(0))).isBetween(days(history), days(history) + 1);
    assertThat(gaps.labels()[known.get(1)]).isZero();
    assertThat(gaps.features().epochDays(known.get(1)))
        .isCloseTo(LabelledSeries.days(KeplerHistory.instant(2_000.5)), within(1e-6));
  }

  @Test
  void windowsAroundReviewedGapsHoldOne() {
    LabelledHistory history = reviewedOfTenYears();
    List<GapSource> source =
        GapSource.of(1, List.of(LabelledGaps.reviewed(history)), Drawn.AROUND_KNOWN);

    SampleBatch batch = new GapSampler(source, 0.5, 1).next(16);

    for (int row = 0; row < 16; row++) {
      float[] weights = Arrays.copyOfRange(batch.weights(), row * LONGEST, (row + 1) * LONGEST);
      assertThat(sum(weights)).isCloseTo(1.0 / 16, within(1e-6));
    }
    assertThat(sum(batch.labels())).isBetween(1.0, 15.0);
  }

  private static LabelledHistory reviewedOfTenYears() {
    LabelledHistory all = new KeplerHistory(1).burn(1_000.2, 3, 0).labelled("ten years", 3_650);
    return new LabelledHistory(
        all.name(),
        all.history(),
        all.burns(),
        List.of(
            new Interval(KeplerHistory.instant(999.5), KeplerHistory.instant(1_000.5)),
            new Interval(KeplerHistory.instant(1_999.5), KeplerHistory.instant(2_000.5)),
            // Too short for a gap.
            new Interval(KeplerHistory.instant(3_000.6), KeplerHistory.instant(3_001.4))));
  }

  @Test
  void labelsFarFromPlantedBurnsAreUnknown() {
    LabelledHistory history = new KeplerHistory(1).burn(50.3, 3, 0).labelled("made up", 100);

    LabelledGaps gaps = LabelledGaps.near(history.history(), history.burns(), 12);

    for (int k = 1; k < 100; k++) {
      boolean near = Math.abs(gaps.features().epochDays(k) - days(history)) < 12;
      assertThat(near || gaps.weights()[k] == 0).as("gap %d", k).isTrue();
    }
    assertThat(sum(gaps.weights())).isEqualTo(24 - 2);
  }

  private static double days(LabelledHistory history) {
    return history.burns().get(0).start().getEpochSecond() / 86_400.0;
  }

  private static List<GapSource> source(double share, Drawn drawn, LabelledHistory history) {
    return GapSource.of(
        share, List.of(LabelledGaps.complete(history.history(), history.burns())), drawn);
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static GapSampler sampler(long seed) {
    return new GapSampler(
        GapSource.of(1, List.of(gaps("a", 1), gaps("b", 2)), Drawn.ANYWHERE), 0.5, seed);
  }

  private static LabelledGaps gaps(String name, long seed) {
    LabelledHistory history = KeplerHistory.withBurns(name, seed);
    return LabelledGaps.complete(history.history(), history.burns());
  }
}
