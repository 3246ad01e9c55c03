package space.maneuver.detection.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Selects the highest local maxima of a curve with a minimum separation. */
public final class Peaks {

  private Peaks() {}

  /**
   * Selects local maxima in descending order, skipping those within {@code separation} of one
   * already selected.
   *
   * @param times of the points, ascending
   * @param separation in the unit of {@code times}
   * @param least smallest value of a maximum
   * @return indices in descending order of value; of equal values the earlier first
   */
  static List<Integer> of(double[] curve, double[] times, double separation, double least) {
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
        for (int j = i; j >= 0 && times[i] - times[j] <= separation; j--) {
          shadowed[j] = true;
        }
        for (int j = i; j < curve.length && times[j] - times[i] <= separation; j++) {
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

  /**
   * Selects the gaps whose score is a peak.
   *
   * @param scores of the gap before each element set; that of the first is ignored
   * @param days epochs of the element sets, ascending
   * @param separation maneuvers closer than this, d, are reported as one
   * @param least smallest score of a peak
   * @return indices of the element sets after the gaps, in descending order of score
   */
  public static List<Integer> ofGaps(
      double[] scores, double[] days, double separation, double least) {
    return of(scores, days, separation, least).stream().filter(k -> k > 0).toList();
  }
}
