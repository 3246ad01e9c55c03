package space.maneuver.detection.search;

import java.util.List;

/** Which gaps are reported, where a detector gives every gap between element sets a score. */
public final class GapPeaks {

  private GapPeaks() {}

  /**
   * The gaps whose score is a peak.
   *
   * @param scores of the gap before each element set; the first element set has none
   * @param days epochs of the element sets, ascending
   * @param separation two maneuvers closer than this, d, are reported as one
   * @param least no peak below it
   * @return the element sets after the gaps, the surest first
   */
  public static List<Integer> of(double[] scores, double[] days, double separation, double least) {
    return Peaks.of(scores, days, separation, least).stream().filter(k -> k > 0).toList();
  }
}
