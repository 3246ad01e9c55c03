package space.maneuver.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.ObjectReport.ObjectSeries;
import space.maneuver.detection.search.ArcSeries;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/** Joins the series of an object's arcs; rounds them to the precision of the element sets. */
final class SeriesBuilder {

  private static final double PER_KILOMETRE = 1e4;
  private static final double PER_DEGREE = 1e5;
  private static final double PER_SIGMA = 1e3;

  private final List<ElementSet> elements;
  private final DoubleUnaryOperator confidence;
  private final List<@Nullable Double> residuals = new ArrayList<>();
  private final List<@Nullable Double> probabilities = new ArrayList<>();
  private final List<WindowProbability> windows = new ArrayList<>();

  /**
   * @param confidence converts a score to a confidence
   */
  SeriesBuilder(History history, DoubleUnaryOperator confidence) {
    elements = history.elements();
    this.confidence = confidence;
  }

  void add(ArcSeries arc) {
    for (double residual : arc.residuals()) {
      residuals.add(Double.isNaN(residual) ? null : rounded(residual, PER_SIGMA));
    }
    for (double score : arc.scores()) {
      probabilities.add(Double.isNaN(score) ? null : confidence.applyAsDouble(score));
    }
    windows.addAll(arc.windows());
  }

  ObjectSeries build() {
    int size = elements.size();
    List<Instant> epochs = new ArrayList<>(size);
    double[] axis = new double[size];
    double[] altitude = new double[size];
    double[] inclination = new double[size];
    double[] eccentricity = new double[size];
    for (int i = 0; i < size; i++) {
      ElementSet each = elements.get(i);
      epochs.add(each.epoch());
      axis[i] = rounded(each.semiMajorAxis(), PER_KILOMETRE);
      altitude[i] = rounded(each.semiMajorAxis() - Wgs72.EARTH_RADIUS, PER_KILOMETRE);
      inclination[i] = rounded(Math.toDegrees(each.inclination()), PER_DEGREE);
      eccentricity[i] = each.eccentricity();
    }
    return new ObjectSeries(
        epochs,
        axis,
        altitude,
        inclination,
        eccentricity,
        residuals,
        probabilities,
        ObjectSeries.Windows.of(windows));
  }

  private static double rounded(double value, double perUnit) {
    return Math.rint(value * perUnit) / perUnit;
  }
}
