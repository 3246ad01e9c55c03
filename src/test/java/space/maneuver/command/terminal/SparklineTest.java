package space.maneuver.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.ObjectReport.ObjectSeries;

class SparklineTest {

  private static final Instant START = Instant.parse("2010-01-01T00:00:00Z");

  @Test
  void showsTheHighestProbabilityOfEachSpan() {
    String line = Sparkline.of(StandardCharsets.UTF_8).draw(daily(120, 60, 0.99));

    assertThat(line).hasSize(60);
    assertThat(line.charAt(30)).isEqualTo('█');
    assertThat(line.replace("█", "")).matches("▁{59}");
  }

  @Test
  void levelsRiseWithTheProbability() {
    String levels =
        Stream.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
            .map(p -> Sparkline.of(StandardCharsets.UTF_8).draw(daily(60, 30, p)).substring(30, 31))
            .reduce("", String::concat);

    assertThat(levels).isEqualTo("▁▂▄▅▇█");
  }

  @Test
  void fallsBackToAscii() {
    String line = Sparkline.of(StandardCharsets.US_ASCII).draw(daily(60, 30, 1));

    assertThat(line).matches("_{30}#_{29}");
  }

  @Test
  void leavesSpansWithoutDataBlank() {
    ObjectSeries gap = series(List.of(0, 99), List.of(0.0, 0.5));

    assertThat(Sparkline.of(StandardCharsets.UTF_8).draw(gap)).matches("▁ {58}▅");
  }

  private static ObjectSeries daily(int days, int burn, double probability) {
    List<Integer> all = Stream.iterate(0, day -> day + 1).limit(days).toList();
    return series(all, all.stream().map(day -> day == burn ? probability : 0.0).toList());
  }

  // javac reads the annotations of type arguments from class files only from Java 22 on.
  @SuppressWarnings("NullAway")
  private static ObjectSeries series(List<Integer> days, List<Double> probability) {
    double[] none = new double[days.size()];
    return new ObjectSeries(
        days.stream().map(day -> START.plus(Duration.ofDays(day))).toList(),
        none,
        none,
        none,
        none,
        probability,
        probability,
        new ObjectSeries.Windows(List.of(), new double[0]));
  }
}
