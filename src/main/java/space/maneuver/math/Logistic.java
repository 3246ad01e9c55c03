package space.maneuver.math;

/** The logistic function and its inverse. */
public final class Logistic {

  private Logistic() {}

  /** Returns 1 / (1 + exp(-logit)), which rounds to 1 above about 36. */
  public static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Returns log(p / (1 - p)) of a probability in (0, 1). */
  public static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
