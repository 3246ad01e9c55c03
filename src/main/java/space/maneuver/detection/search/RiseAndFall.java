package space.maneuver.detection.search;

/**
 * Where the probability of a window rises as its end moves forward by a day, and falls as its start
 * does.
 *
 * <p>Let P(s, t) be the network's probability that a burn starts in [s, t). Averaged over all
 * starts s of the last month, weighted by the chance that nothing happened before,
 *
 * <pre>
 * rise(t) = sum_s max(0, P(s, t+1) - P(s, t)) / (1/2 + sum_s (1 - P(s, t)))
 * fall(s) = sum_t max(0, P(s, t) - P(s+1, t)) / (1/2 + sum_t (1 - P(s+1, t)))
 * </pre>
 *
 * are discrete hazards, so a second burn shows as clearly as the first: windows that begin between
 * the two do not know the first. The half keeps both small where hardly any window can tell. The
 * rise comes with the first element sets that show the burn; the fall tells the day whose element
 * sets carried the evidence.
 */
final class RiseAndFall {

  /** A rise is not believed in windows shorter than this: their own noise is not yet known. */
  private static final int SHORTEST_BEFORE_RISE = 4;

  private static final int SHORTEST_BEFORE_FALL = 6;
  private static final double FEW_WINDOWS = 0.5;

  private final double[] rise;
  private final double[] fall;

  /**
   * @param logits {@code logits[s][k]}: logit of the window [s, s + k + 1), s and k in days
   * @param days of the series
   */
  RiseAndFall(float[][] logits, int days) {
    rise = new double[days];
    fall = new double[days];
    double[] unseen = new double[days];
    for (int s = 0; s < logits.length; s++) {
      for (int k = SHORTEST_BEFORE_RISE; k < logits[s].length; k++) {
        double before = sigmoid(logits[s][k - 1]);
        rise[s + k] += Math.max(0, sigmoid(logits[s][k]) - before);
        unseen[s + k] += 1 - before;
      }
    }
    divide(rise, unseen);
    double[] without = new double[days];
    for (int s = 0; s + 1 < logits.length; s++) {
      int longest = Math.min(logits[s].length, logits[s + 1].length + 1);
      for (int k = SHORTEST_BEFORE_FALL; k <= longest; k++) {
        double after = sigmoid(logits[s + 1][k - 2]);
        fall[s] += Math.max(0, sigmoid(logits[s][k - 1]) - after);
        without[s] += 1 - after;
      }
    }
    divide(fall, without);
  }

  /** By the day that joins the window, each in [0, 1). */
  double[] rise() {
    return rise;
  }

  /** By the day that leaves the window, each in [0, 1). */
  double[] fall() {
    return fall;
  }

  private static void divide(double[] sums, double[] weights) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= weights[i] + FEW_WINDOWS;
    }
  }

  private static double sigmoid(float logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
