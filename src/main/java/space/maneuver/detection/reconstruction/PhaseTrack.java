package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.detection.reconstruction.Trajectories.OrbitDifference;
import space.maneuver.detection.reconstruction.Trajectories.OsculatingOrbit;
import space.maneuver.detection.reconstruction.Trajectories.PredictionNoise;
import space.maneuver.detection.reconstruction.Trajectories.Trajectory;
import space.maneuver.math.Days;

/**
 * Along-track phases of element sets at their epochs, relative to the prediction of a reference.
 *
 * @param times days since 1970
 * @param phases km ahead of the prediction, unwrapped
 * @param rates of the phases from the semi-major axes, km/d
 * @param ratePerAxis change of the rate per km of semi-major axis, km/d
 * @param ambiguous whether a phase differs from the one before it by more than a quarter of a
 *     revolution, so that the number of revolutions between them is not certain
 */
record PhaseTrack(
    double[] times, double[] phases, double[] rates, double ratePerAxis, boolean ambiguous) {

  private static final double KM = 1e-3;

  /** Leaves out element sets to whose epoch the reference cannot be propagated. */
  static PhaseTrack of(List<Trajectory> elementSets, Trajectory reference) {
    OsculatingOrbit own = reference.own();
    double ratePerAxis = -1.5 * own.meanMotion() * Days.SECONDS;
    double turn = 2 * Math.PI * own.semiMajorAxis() * KM;
    List<double[]> points = new ArrayList<>();
    double last = 0;
    boolean ambiguous = false;
    for (Trajectory set : elementSets) {
      OsculatingOrbit predicted = reference.at(set.day());
      if (predicted != null) {
        OrbitDifference ahead = OrbitDifference.between(set.own(), predicted);
        double step = Math.IEEEremainder(ahead.alongTrack() - last, turn);
        ambiguous |= Math.abs(step) > turn / 4;
        last += step;
        points.add(new double[] {set.day(), last, ratePerAxis * ahead.semiMajorAxis()});
      }
    }
    return new PhaseTrack(
        column(points, 0), column(points, 1), column(points, 2), ratePerAxis, ambiguous);
  }

  int size() {
    return times.length;
  }

  /**
   * Standard deviation of a rate, km/d.
   *
   * @param share ratio of the noise of a rate to that of the semi-major axis
   */
  double rateNoise(PredictionNoise noise, double share) {
    return share * Math.abs(ratePerAxis) * noise.semiMajorAxis();
  }

  private static double[] column(List<double[]> points, int column) {
    return points.stream().mapToDouble(point -> point[column]).toArray();
  }
}
