package space.maneuver.evaluation.metrics.windows;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.math.LabelledScore;

/** Computes a {@link WindowScore} by lowering the threshold; equal scores enter together. */
public final class WindowMetrics {

  private static final double HALF = 0.5;

  private final int positives;
  private final int negatives;
  private int hits;
  private int falseAlarms;
  private double areaTimesPairs;
  private double averagePrecision;
  private double bestF1;
  private @Nullable Double bestThreshold;

  private WindowMetrics(int positives, int negatives) {
    this.positives = positives;
    this.negatives = negatives;
  }

  /** Computes the score of labelled windows in any order. */
  public static WindowScore of(List<LabelledScore> windows) {
    List<LabelledScore> ordered =
        windows.stream()
            .sorted(Comparator.comparingDouble(LabelledScore::score).reversed())
            .toList();
    int positives = (int) ordered.stream().filter(LabelledScore::positive).count();
    WindowMetrics metrics = new WindowMetrics(positives, ordered.size() - positives);
    int start = 0;
    for (int i = 0; i < ordered.size(); i++) {
      double score = ordered.get(i).score();
      if (i + 1 == ordered.size() || ordered.get(i + 1).score() != score) {
        metrics.lowerTo(score, ordered.subList(start, i + 1));
        start = i + 1;
      }
    }
    return metrics.score(ordered.stream().filter(window -> window.score() >= HALF).toList());
  }

  /**
   * Returns the highest threshold whose F1 is at most {@code spare} below the best; null if no
   * window is positive.
   */
  public static @Nullable Double cautiousThreshold(List<LabelledScore> windows, double spare) {
    double best = of(windows).bestF1();
    List<LabelledScore> ordered =
        windows.stream()
            .sorted(Comparator.comparingDouble(LabelledScore::score).reversed())
            .toList();
    long positives = ordered.stream().filter(LabelledScore::positive).count();
    long hits = 0;
    for (int i = 0; i < ordered.size(); i++) {
      hits += ordered.get(i).positive() ? 1 : 0;
      double score = ordered.get(i).score();
      boolean tied = i + 1 < ordered.size() && ordered.get(i + 1).score() == score;
      if (!tied && hits > 0 && 2.0 * hits / (i + 1 + positives) >= best - spare) {
        return score;
      }
    }
    return null;
  }

  private void lowerTo(double score, List<LabelledScore> tied) {
    int more = (int) tied.stream().filter(LabelledScore::positive).count();
    areaTimesPairs += (tied.size() - more) * (hits + more / 2.0);
    hits += more;
    falseAlarms += tied.size() - more;
    if (positives > 0) {
      averagePrecision += (double) more / positives * hits / (hits + falseAlarms);
    }
    double f1 = f1(hits, falseAlarms);
    if (f1 > bestF1) {
      bestF1 = f1;
      bestThreshold = score;
    }
  }

  private WindowScore score(List<LabelledScore> yesAtHalf) {
    int total = positives + negatives;
    int hitsAtHalf = (int) yesAtHalf.stream().filter(LabelledScore::positive).count();
    int falseAtHalf = yesAtHalf.size() - hitsAtHalf;
    boolean both = positives > 0 && negatives > 0;
    return new WindowScore(
        total,
        total > 0 ? (double) positives / total : 0,
        both ? areaTimesPairs / ((double) positives * negatives) : null,
        positives > 0 ? averagePrecision : null,
        bestF1,
        bestThreshold,
        f1(hitsAtHalf, falseAtHalf),
        both
            ? ((double) hitsAtHalf / positives + (double) (negatives - falseAtHalf) / negatives) / 2
            : null,
        f1(positives, negatives));
  }

  private double f1(int truePositives, int falsePositives) {
    int denominator = truePositives + falsePositives + positives;
    return denominator > 0 ? 2.0 * truePositives / denominator : 0;
  }
}
