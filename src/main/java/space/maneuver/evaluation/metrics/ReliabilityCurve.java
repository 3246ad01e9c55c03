package space.maneuver.evaluation.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import space.maneuver.math.LabelledScore;

/**
 * A reliability curve, observed frequency over predicted probability, in 15 bins of equal count
 * (Nguyen and O'Connor, "Posterior calibration and exploratory analysis for natural language
 * processing models", 2015). Equal probabilities share a bin.
 *
 * @param bins bins in ascending order; fewer than 15 if there are fewer probabilities
 * @param expectedCalibrationError mean distance of observed frequency and mean probability,
 *     weighted by count, 0 to 1; 0 without probabilities
 */
public record ReliabilityCurve(List<Bin> bins, double expectedCalibrationError) {

  private static final int BINS = 15;

  /**
   * A bin of similar probabilities.
   *
   * @param from lowest probability
   * @param to highest probability
   * @param count number of probabilities, at least 1
   * @param meanProbability mean predicted probability, 0 to 1
   * @param observedFrequency share with a burn, 0 to 1
   */
  public record Bin(
      double from, double to, int count, double meanProbability, double observedFrequency) {

    private static Bin of(List<LabelledScore> ascending) {
      int count = ascending.size();
      long positives = ascending.stream().filter(LabelledScore::positive).count();
      return new Bin(
          ascending.get(0).score(),
          ascending.get(count - 1).score(),
          count,
          ascending.stream().mapToDouble(LabelledScore::score).sum() / count,
          (double) positives / count);
    }

    private double weightedError() {
      return count * Math.abs(observedFrequency - meanProbability);
    }
  }

  public ReliabilityCurve {
    bins = List.copyOf(bins);
  }

  /**
   * Computes the curve of labelled probabilities.
   *
   * @throws IllegalArgumentException if a score is not a probability
   */
  public static ReliabilityCurve of(List<LabelledScore> probabilities) {
    List<LabelledScore> ascending =
        probabilities.stream().sorted(Comparator.comparingDouble(LabelledScore::score)).toList();
    for (LabelledScore each : ascending) {
      if (!(each.score() >= 0 && each.score() <= 1)) {
        throw new IllegalArgumentException("not a probability: " + each.score());
      }
    }
    int size = ascending.size();
    List<Bin> bins = new ArrayList<>();
    int from = 0;
    for (int index = 1; index <= BINS; index++) {
      int to = Math.max(from, (int) ((long) index * size / BINS));
      while (to > from && to < size && ascending.get(to).score() == ascending.get(to - 1).score()) {
        to++;
      }
      if (to > from) {
        bins.add(Bin.of(ascending.subList(from, to)));
        from = to;
      }
    }
    double error = bins.stream().mapToDouble(Bin::weightedError).sum();
    return new ReliabilityCurve(bins, size == 0 ? 0 : error / size);
  }
}
