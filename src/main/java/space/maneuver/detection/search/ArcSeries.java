package space.maneuver.detection.search;

import java.util.Arrays;
import java.util.List;
import space.maneuver.features.ElementSetSeries;

/**
 * What an arc's findings rest on, for those who want to see it.
 *
 * @param residuals along the track, in standard deviations, by element set; NaN where there is none
 * @param scores of the gap before each element set, uncalibrated, 0 to 1; NaN where there is none
 * @param windows of 60 days at a stride of one day, in order of time
 */
public record ArcSeries(double[] residuals, double[] scores, List<WindowProbability> windows) {

  static final int WINDOW_DAYS = 60;

  /** Of an arc too short to be searched. */
  public static ArcSeries without(int elementSets) {
    return new ArcSeries(missing(elementSets), missing(elementSets), List.of());
  }

  static double[] residuals(ElementSetSeries series, int elementSets) {
    double[] residuals = missing(elementSets);
    for (int k = 1; k < series.features().size(); k++) {
      residuals[series.elementSet(k)] = series.features().alongTrackResidual(k);
    }
    return residuals;
  }

  static double[] missing(int elementSets) {
    double[] none = new double[elementSets];
    Arrays.fill(none, Double.NaN);
    return none;
  }
}
