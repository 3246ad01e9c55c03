package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * The trajectories of a history's element sets, those left out that cannot be propagated, and how
 * well each predicts its neighbours.
 */
final class Trajectories {

  /** Elsets closer than this, in days, rest on much the same observations: one stands for all. */
  private static final double SPACING = 0.5;

  private final List<Trajectory> all = new ArrayList<>();
  private final double[] days;
  private final @Nullable OrbitDifference[] forward;
  private final @Nullable OrbitDifference[] backward;

  Trajectories(History history) {
    for (ElementSet elements : history.elements()) {
      Trajectory trajectory = Trajectory.of(elements);
      if (trajectory != null) {
        all.add(trajectory);
      }
    }
    days = all.stream().mapToDouble(Trajectory::day).toArray();
    forward = new OrbitDifference[days.length];
    backward = new OrbitDifference[days.length];
    for (int k = 1; k < days.length; k++) {
      forward[k] = miss(k, k - 1);
      backward[k] = miss(k - 1, k);
    }
  }

  /**
   * Elsets around a time, ascending, on each side at least half a day apart.
   *
   * @param before greatest number of those at or before the time
   * @param after greatest number of those after it
   * @param reach days on each side within which they lie
   */
  List<Trajectory> around(double time, int before, int after, double reach) {
    List<Trajectory> chosen = new ArrayList<>();
    int next = firstAfter(time);
    double last = Double.POSITIVE_INFINITY;
    for (int k = next - 1; k >= 0 && chosen.size() < before && days[k] >= time - reach; k--) {
      if (last - days[k] >= SPACING) {
        chosen.add(0, all.get(k));
        last = days[k];
      }
    }
    int most = chosen.size() + after;
    last = Double.NEGATIVE_INFINITY;
    for (int k = next; k < days.length && chosen.size() < most && days[k] <= time + reach; k++) {
      if (days[k] - last >= SPACING) {
        chosen.add(all.get(k));
        last = days[k];
      }
    }
    return chosen;
  }

  /** How elsets around a time predict their neighbours. */
  PredictionNoise noise(double time) {
    int middle = firstAfter(time);
    int from = Math.max(1, middle - PredictionNoise.GAPS);
    int to = Math.min(days.length, middle + PredictionNoise.GAPS);
    return PredictionNoise.of(
        IntStream.range(Math.min(from, to), to).mapToDouble(k -> days[k] - days[k - 1]).toArray(),
        Arrays.copyOfRange(forward, Math.min(from, to), to),
        Arrays.copyOfRange(backward, Math.min(from, to), to));
  }

  int size() {
    return days.length;
  }

  private int firstAfter(double time) {
    int found = Arrays.binarySearch(days, time);
    return found < 0 ? -found - 1 : found + 1;
  }

  private @Nullable OrbitDifference miss(int actual, int by) {
    OsculatingOrbit predicted = all.get(by).at(days[actual]);
    return predicted == null ? null : OrbitDifference.between(all.get(actual).own(), predicted);
  }
}
