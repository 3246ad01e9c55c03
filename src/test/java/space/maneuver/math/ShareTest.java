package space.maneuver.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void intervalIsTheScoreIntervalOfTheShare() {
    Share share = Share.of(9, 10);

    assertThat(share.share()).isEqualTo(.9);
    // (p + z2 / 2n -+ z sqrt(p (1 - p) / n + z2 / 4n2)) / (1 + z2 / n) with z = 1.96, n = 10
    Interval interval = Objects.requireNonNull(share.interval());
    assertThat(interval.low()).isCloseTo(.5958, within(1e-4));
    assertThat(interval.high()).isCloseTo(.9821, within(1e-4));
  }

  @Test
  void shareOfNoneHasAnIntervalToo() {
    Interval interval = Objects.requireNonNull(Share.of(0, 100).interval());

    assertThat(interval.low()).isCloseTo(0, within(1e-12));
    assertThat(interval.high()).isCloseTo(.0370, within(1e-4));
  }

  @Test
  void withoutCasesThereIsNoShare() {
    assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, null, null));
  }

  @Test
  void refusesMoreThanAllCases() {
    assertThatIllegalArgumentException().isThrownBy(() -> Share.of(3, 2));
  }
}
