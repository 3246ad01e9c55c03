package space.maneuver.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchRowTest {

  @Test
  void saysWhetherItsTargetIsMet() {
    assertThat(BenchRow.atLeast("", 100_000, "", 100_000).target()).isEqualTo(">= 100,000");
    assertThat(BenchRow.atLeast("", 99_999, "", 100_000).target()).isEqualTo(">= 100,000, missed");
    assertThat(BenchRow.atMost("", 256, "", 256).target()).isEqualTo("<= 256");
    assertThat(BenchRow.atMost("", 257, "", 256).target()).isEqualTo("<= 256, missed");
    assertThat(BenchRow.of("", 257, "").target()).isEmpty();
  }
}
