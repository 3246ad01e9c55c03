package space.maneuver.detection.reconstruction;

/** A probability distribution over a grid of times, days since 1970. */
final class TimeDistribution {

  private final double from;
  private final double step;
  private final double[] logs;

  TimeDistribution(double from, double to, int steps) {
    this.from = from;
    this.step = (to - from) / steps;
    this.logs = new double[steps + 1];
  }

  double time(int i) {
    return from + i * step;
  }

  /** Sets the logarithm of the density at a time, but for a constant. */
  void set(int i, double log) {
    logs[i] = log;
  }

  /** The time before which a part of the probability lies. */
  double quantile(double part) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      greatest = Math.max(greatest, log);
    }
    double[] sums = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += Math.exp(logs[i] - greatest);
      sums[i] = sum;
    }
    double wanted = part * sum;
    int i = 0;
    while (sums[i] < wanted) {
      i++;
    }
    double before = i == 0 ? 0 : sums[i - 1];
    return time(i) + step * ((wanted - before) / (sums[i] - before) - 0.5);
  }
}
