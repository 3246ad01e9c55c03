package space.maneuver.detection;

import java.util.List;
import space.maneuver.orbit.OrbitRegime;

/** Which gaps are reported, where a detector gives every gap between element sets a score. */
public final class GapPeaks {

  /** Two maneuvers closer than this, in days, are reported as one. */
  private static final double SEPARATION_DAYS_LOW = 2.5;

  /** The same in higher orbits, whose element sets are fits over more days. */
  private static final double SEPARATION_DAYS_HIGH = 4;

  private GapPeaks() {}

  /**
   * The gaps whose score is a peak.
   *
   * @param scores of the gap before each element set; the first element set has none
   * @param days epochs of the element sets, ascending
   * @param least no peak below it
   * @return the element sets after the gaps, the surest first
   */
  public static List<Integer> of(double[] scores, double[] days, OrbitRegime regime, double least) {
    double separation = regime == OrbitRegime.LEO ? SEPARATION_DAYS_LOW : SEPARATION_DAYS_HIGH;
    return Peaks.of(scores, days, separation, least).stream().filter(k -> k > 0).toList();
  }
}
