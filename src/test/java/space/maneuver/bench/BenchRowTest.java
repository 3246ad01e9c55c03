package space.maneuver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchRowTest {

  @Test
  void reportsWhetherTheTargetIsMet() {
    assertThat(BenchRow.atLeast("", 100_000, "", 100_000).target()).isEqualTo(">= 100,000");
    assertThat(BenchRow.atLeast("", 99_999, "", 100_000).target()).isEqualTo(">= 100,000, missed");
    assertThat(BenchRow.atMost("", 256, "", 256).target()).isEqualTo("<= 256");
    assertThat(BenchRow.atMost("", 1.06, "", 1.05).target()).isEqualTo("<= 1.05, missed");
    assertThat(BenchRow.of("", 257, "").target()).isEmpty();
  }

  @Test
  void nonFiniteValueMissesTheTarget() {
    assertThat(BenchRow.atMost("", Double.NaN, "", 1).missed()).isTrue();
    assertThat(BenchRow.atLeast("", Double.NaN, "", 1).missed()).isTrue();
  }

  @Test
  void formatsSignificantDigits() {
    assertThat(BenchRow.number(1.234)).isEqualTo("1.23");
    assertThat(BenchRow.number(123.45)).isEqualTo("123.5");
    assertThat(BenchRow.number(12_345.6)).isEqualTo("12,346");
    assertThat(BenchRow.number(256)).isEqualTo("256");
  }
}
