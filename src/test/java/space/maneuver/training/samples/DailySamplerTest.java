package space.maneuver.training.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.features.SolarFlux;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.QuickTraining;

class DailySamplerTest {

  private static final int LONGEST = 60;

  @Test
  void sameSeedDrawsTheSameBatches() {
    DailySampler one = sampler(QuickTraining.series(), 5);
    DailySampler same = sampler(QuickTraining.series(), 5);
    DailySampler other = sampler(QuickTraining.series(), 6);

    for (int i = 0; i < 3; i++) {
      SampleBatch batch = one.next(16);
      SampleBatch again = same.next(16);
      assertThat(again.windows().x()).isEqualTo(batch.windows().x());
      assertThat(again.windows().lengths()).isEqualTo(batch.windows().lengths());
      assertThat(again.labels()).isEqualTo(batch.labels());
      assertThat(again.weights()).isEqualTo(batch.weights());
      assertThat(other.next(16).windows().x()).isNotEqualTo(batch.windows().x());
    }
  }

  @Test
  void successiveBatchesDiffer() {
    DailySampler sampler = sampler(QuickTraining.series(), 5);

    assertThat(sampler.next(16).windows().x()).isNotEqualTo(sampler.next(16).windows().x());
  }

  @Test
  void stepsBeyondTheLengthAreZero() {
    SampleBatch batch = sampler(QuickTraining.series(), 1).next(100);

    int width = batch.windows().channels();
    float[] x = new float[100 * LONGEST * width];
    batch.windows().x().asFloatBuffer().get(x);
    for (int row = 0; row < 100; row++) {
      int length = (int) batch.windows().lengths()[row];
      int end = (row + 1) * LONGEST;
      assertThat(x[(row * LONGEST + length - 1) * width + width - 1]).isEqualTo(1);
      for (int day = row * LONGEST + length; day < end; day++) {
        assertThat(batch.labels()[day]).isZero();
        assertThat(batch.weights()[day]).isZero();
        assertThat(Arrays.copyOfRange(x, day * width, (day + 1) * width)).containsOnly(0);
      }
    }
  }

  @Test
  void mostWindowsHaveServedLengths() {
    long[] lengths = sampler(QuickTraining.series(), 2).next(1000).windows().lengths();

    assertThat(Arrays.stream(lengths)).allMatch(length -> length >= 15 && length <= LONGEST);
    assertThat(Arrays.stream(lengths).filter(length -> length == 30).count()).isBetween(280L, 450L);
    assertThat(Arrays.stream(lengths).filter(length -> length == 60).count()).isBetween(280L, 450L);
    assertThat(Arrays.stream(lengths).distinct().count()).isGreaterThan(40);
  }

  /**
   * Uses the only possible window of 60 days. The label is 1 from the day of the burn on, but does
   * not count on that day and the next, which may not show the burn yet.
   */
  @ParameterizedTest
  @CsvSource({"20.3, 20, 22", "20.0, 20, 22", "0.5, 0, 2", "58.5, 58, 60", "59.9, 59, 60"})
  void labelsStartAtTheBurnAndCountTwoDaysLater(double burn, int from, int counting) {
    LabelledHistory history = new KeplerHistory(1).burn(burn, 2, 0).labelled("made up", LONGEST);
    LabelledSeries series =
        LabelledSeries.simulated(history.history(), history.burns(), SolarFlux.NONE);

    Row row = longest(series);

    for (int day = 0; day < LONGEST; day++) {
      assertThat(row.labels[day]).as("label %d", day).isEqualTo(day >= from ? 1 : 0);
      assertThat(row.weights[day] == 0)
          .as("weight %d", day)
          .isEqualTo(day >= from && day < counting);
    }
  }

  @Test
  void burnJustBeforeTheWindowExcludesDaysUntilTheNextBurn() {
    LabelledHistory history =
        new KeplerHistory(1)
            .burn(10.5, 2, 0)
            .burn(30.2, 2, 0)
            .burn(71.2, 2, 0)
            .labelled("made up", 90);
    // Labels from day 11 to day 71 leave room for exactly one window of 60 days.
    LabelledSeries series =
        LabelledSeries.published(history.history(), history.burns(), SolarFlux.NONE);

    Row row = longest(series);

    for (int day = 0; day < LONGEST; day++) {
      assertThat(row.labels[day]).as("label %d", day).isEqualTo(day >= 19 ? 1 : 0);
      assertThat(row.weights[day] > 0).as("weight %d", day).isEqualTo(day >= 21);
    }
  }

  @Test
  void windowWithoutABurnCountsOnEveryDay() {
    LabelledHistory history = new KeplerHistory(1).labelled("made up", LONGEST);
    LabelledSeries series =
        LabelledSeries.simulated(history.history(), history.burns(), SolarFlux.NONE);

    Row row = longest(series);

    assertThat(row.labels).containsOnly(0);
    assertThat(row.weights).doesNotContain(0);
  }

  @Test
  void historiesTooShortForTheLongestWindowAreLeftOut() {
    LabelledHistory brief = new KeplerHistory(1).burn(3.5, 9, 0).labelled("brief", 59);
    LabelledHistory quiet = new KeplerHistory(2).labelled("quiet", 100);
    LabelledSeries tooShort =
        LabelledSeries.simulated(brief.history(), brief.burns(), SolarFlux.NONE);
    LabelledSeries unburnt =
        LabelledSeries.simulated(quiet.history(), quiet.burns(), SolarFlux.NONE);

    assertThat(sampler(List.of(tooShort, unburnt), 1).next(200).labels()).containsOnly(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler(List.of(tooShort), 1))
        .withMessageContaining("60");
  }

  private record Row(float[] labels, float[] weights) {}

  private static Row longest(LabelledSeries series) {
    SampleBatch batch = sampler(List.of(series), 1).next(20);
    for (int row = 0; row < 20; row++) {
      if (batch.windows().lengths()[row] == LONGEST) {
        int from = row * LONGEST;
        return new Row(
            Arrays.copyOfRange(batch.labels(), from, from + LONGEST),
            Arrays.copyOfRange(batch.weights(), from, from + LONGEST));
      }
    }
    throw new AssertionError("no window of 60 days among 20");
  }

  private static DailySampler sampler(List<LabelledSeries> histories, long seed) {
    return new DailySampler(histories, QuickTraining.NORMALISER, seed);
  }
}
