package space.maneuver.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleMedianTest {

  @Test
  void medianIsOfAllValuesAndItsIntervalSpansTheBlocks() {
    SampleMedian median =
        SampleMedian.of(List.of(List.of(List.of(1., 2.), List.of(3.)), List.of(List.of(4., 100.))));

    assertThat(median.count()).isEqualTo(5);
    assertThat(median.median()).isEqualTo(3);
    Interval interval = Objects.requireNonNull(median.interval());
    assertThat(interval.low()).isBetween(1., 3.);
    assertThat(interval.high()).isBetween(4., 52.);
  }

  @Test
  void oneBlockHasNoInterval() {
    assertThat(SampleMedian.of(List.of(List.of(List.of(1., 5.)))))
        .isEqualTo(new SampleMedian(2, 3., null));
  }

  @Test
  void noValuesHaveNoMedian() {
    assertThat(SampleMedian.of(List.of(List.of(List.of(), List.of()))))
        .isEqualTo(new SampleMedian(0, null, null));
  }
}
