package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say: in 15 bins of equal width, the last one with 1, as in
 * Guo et al., "On Calibration of Modern Neural Networks" (2017).
 *
 * @param bins in ascending order; empty ones are left out
 * @param expectedCalibrationError mean distance of observed frequency and mean probability,
 *     weighted by the number of windows, 0 to 1; 0 without windows
 */
public record ReliabilityCurve(List<Bin> bins, double expectedCalibrationError) {

  private static final int BINS = 15;

  /**
   * The windows of similar probability.
   *
   * @param from least probability
   * @param to probability below which they lie
   * @param windows number of them, at least 1
   * @param meanProbability mean of what was said, 0 to 1
   * @param observedFrequency share of them with a burn, 0 to 1
   */
  public record Bin(
      double from, double to, int windows, double meanProbability, double observedFrequency) {

    private static Bin of(int index, List<LabelledScore> windows) {
      double sum = windows.stream().mapToDouble(LabelledScore::score).sum();
      long positives = windows.stream().filter(LabelledScore::positive).count();
      return new Bin(
          (double) index / BINS,
          (double) (index + 1) / BINS,
          windows.size(),
          sum / windows.size(),
          (double) positives / windows.size());
    }

    private double weightedError() {
      return windows * Math.abs(observedFrequency - meanProbability);
    }
  }

  /**
   * The curve of labelled probabilities.
   *
   * @throws IllegalArgumentException when a score is no probability
   */
  public static ReliabilityCurve of(List<LabelledScore> windows) {
    List<List<LabelledScore>> binned = new ArrayList<>();
    for (int index = 0; index < BINS; index++) {
      binned.add(new ArrayList<>());
    }
    for (LabelledScore window : windows) {
      double probability = window.score();
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("not a probability: " + probability);
      }
      binned.get(Math.min((int) (probability * BINS), BINS - 1)).add(window);
    }
    List<Bin> bins = new ArrayList<>();
    for (int index = 0; index < BINS; index++) {
      if (!binned.get(index).isEmpty()) {
        bins.add(Bin.of(index, binned.get(index)));
      }
    }
    double error = bins.stream().mapToDouble(Bin::weightedError).sum();
    return new ReliabilityCurve(List.copyOf(bins), windows.isEmpty() ? 0 : error / windows.size());
  }
}
