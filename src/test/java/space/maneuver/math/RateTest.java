package space.maneuver.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void intervalIsThatOfGarwood() {
    Rate rate = Rate.of(10, 4);

    assertThat(rate.perYear()).isEqualTo(2.5);
    // Of 10 events 4.795 to 18.390 are expected (Garwood 1936, table 1).
    Interval interval = Objects.requireNonNull(rate.interval());
    assertThat(interval.low()).isCloseTo(4.795 / 4, within(1e-3));
    assertThat(interval.high()).isCloseTo(18.390 / 4, within(1e-3));
  }

  @Test
  void rateOfNoEventsHasAnIntervalToo() {
    // The mean of which none is seen with a probability of 2.5 %: -ln .025.
    Interval interval = Objects.requireNonNull(Rate.of(0, 1).interval());

    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(3.689, within(1e-3));
  }

  @Test
  void withoutTimeThereIsNoRate() {
    assertThat(Rate.of(0, 0)).isEqualTo(new Rate(0, 0, null, null));
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(1, Double.NaN));
  }
}
