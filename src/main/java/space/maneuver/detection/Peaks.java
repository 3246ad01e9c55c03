package space.maneuver.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The highest local maxima of a curve that are far enough from each other. */
final class Peaks {

  private Peaks() {}

  /**
   * Takes local maxima from the highest down, each unless one already taken lies within {@code
   * separation}.
   *
   * @param separation in indices
   * @param least points below it are not taken
   * @return indices, the highest first; of equal points the earlier
   */
  static List<Integer> of(double[] curve, int separation, double least) {
    List<Integer> order =
        IntStream.range(0, curve.length)
            .filter(i -> curve[i] >= least && isLocalMaximum(curve, i))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -curve[i]))
            .toList();
    boolean[] shadowed = new boolean[curve.length];
    List<Integer> peaks = new ArrayList<>();
    for (int i : order) {
      if (!shadowed[i]) {
        peaks.add(i);
        int end = Math.min(curve.length, i + separation + 1);
        for (int j = Math.max(0, i - separation); j < end; j++) {
          shadowed[j] = true;
        }
      }
    }
    return peaks;
  }

  private static boolean isLocalMaximum(double[] curve, int i) {
    return (i == 0 || curve[i] > curve[i - 1])
        && (i + 1 == curve.length || curve[i] >= curve[i + 1]);
  }
}
