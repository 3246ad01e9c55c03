package space.maneuver.detection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeaksTest {

  @Test
  void localMaximaComeHighestFirst() {
    double[] curve = {0, 0.2, 0, 0, 0.9, 0.1, 0, 0.5, 0};

    assertThat(peaks(curve, 1, 0.1)).containsExactly(4, 7, 1);
  }

  @Test
  void slopeOfAHigherPeakIsNoPeak() {
    double[] curve = {0, 0.1, 0.3, 0.9, 0.3, 0.1, 0};

    assertThat(peaks(curve, 0, 0.05)).containsExactly(3);
  }

  @Test
  void lowerPeakWithinTheSeparationIsNotTaken() {
    double[] curve = {0, 0.9, 0, 0, 0.5, 0, 0, 0, 0.4, 0};

    assertThat(peaks(curve, 2, 0.1)).containsExactly(1, 4, 8);
    assertThat(peaks(curve, 3, 0.1)).containsExactly(1, 8);
  }

  @Test
  void peakThatWasNotTakenShadowsNoOther() {
    double[] curve = {0, 0.9, 0, 0.8, 0, 0.7, 0};

    assertThat(peaks(curve, 3, 0.1)).containsExactly(1, 5);
  }

  @Test
  void ofEqualPeaksTheEarlierIsTaken() {
    double[] apart = {0, 0.5, 0, 0.5, 0};
    double[] flat = {0, 0.5, 0.5, 0};

    assertThat(peaks(apart, 2, 0.1)).containsExactly(1);
    assertThat(peaks(flat, 0, 0.1)).containsExactly(1);
  }

  @Test
  void endsOfTheCurveMayBePeaks() {
    assertThat(peaks(new double[] {0.5, 0.1, 0, 0.2, 0.7}, 1, 0.1)).containsExactly(4, 0);
    assertThat(peaks(new double[] {0.5}, 3, 0.1)).containsExactly(0);
    assertThat(peaks(new double[0], 3, 0.1)).isEmpty();
  }

  @Test
  void pointsBelowTheLeastAreNotTaken() {
    double[] curve = {0, 0.2, 0, 0.1, 0};

    assertThat(peaks(curve, 0, 0.2)).containsExactly(1);
    assertThat(peaks(curve, 0, 0.21)).isEmpty();
  }

  @Test
  void noTwoPeaksAreCloserThanTheSeparation() {
    double[] curve = new Random(1).doubles(500).toArray();

    var peaks = peaks(curve, 7, 0).stream().sorted().toList();

    assertThat(peaks).hasSizeGreaterThan(20);
    for (int i = 1; i < peaks.size(); i++) {
      assertThat(peaks.get(i) - peaks.get(i - 1)).isGreaterThan(7);
    }
  }

  private static List<Integer> peaks(double[] curve, int separation, double least) {
    double[] times = IntStream.range(0, curve.length).asDoubleStream().toArray();
    return Peaks.of(curve, times, separation, least);
  }

  @Test
  void separationIsInTimeAndNotInPoints() {
    double[] curve = {0, 0.9, 0, 0.8, 0, 0.7, 0};

    assertThat(Peaks.of(curve, new double[] {0, 1, 2, 3, 4, 5, 6}, 3, 0.1)).containsExactly(1, 5);
    assertThat(Peaks.of(curve, new double[] {0, 1, 3, 5, 5.5, 6, 9}, 3, 0.1)).containsExactly(1, 3);
  }
}
