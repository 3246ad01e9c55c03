package space.maneuver.detection.search;

import java.util.Arrays;
import java.util.List;
import space.maneuver.features.ElementSetSeries;

/**
 * The series on which the findings of an arc are based.
 *
 * @param residuals along-track residual by element set, in standard deviations; NaN where missing
 * @param scores score of the gap before each element set, uncalibrated, 0 to 1; NaN where missing
 * @param windows of 60 days at a stride of one day, in order of time
 */
public record ArcSeries(double[] residuals, double[] scores, List<WindowProbability> windows) {

  static final int WINDOW_DAYS = 60;

  /** The empty series of an arc that is too short to be searched. */
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
