package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;

/**
 * Where elsets are along the track at their own epochs, against one elset's prediction.
 *
 * @param times days since 1970
 * @param phases km ahead of the prediction, without wraps
 * @param rates the same per day, by the semi-major axis
 * @param ratePerAxis km/d that the phase changes by for each km of semi-major axis
 */
record PhaseTrack(double[] times, double[] phases, double[] rates, double ratePerAxis) {

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double KM = 1e-3;

  static PhaseTrack of(List<Trajectory> elsets, Trajectory reference) {
    OsculatingOrbit own = reference.own();
    double ratePerAxis = -1.5 * own.meanMotion() * SECONDS_PER_DAY;
    double turn = 2 * Math.PI * own.semiMajorAxis() * KM;
    List<double[]> points = new ArrayList<>();
    double last = 0;
    for (Trajectory elset : elsets) {
      OsculatingOrbit predicted = reference.at(elset.day());
      if (predicted != null) {
        OrbitDifference ahead = OrbitDifference.between(elset.own(), predicted);
        last += Math.IEEEremainder(ahead.alongTrack() - last, turn);
        points.add(new double[] {elset.day(), last, ratePerAxis * ahead.semiMajorAxis()});
      }
    }
    return new PhaseTrack(column(points, 0), column(points, 1), column(points, 2), ratePerAxis);
  }

  int size() {
    return times.length;
  }

  private static double[] column(List<double[]> points, int column) {
    return points.stream().mapToDouble(point -> point[column]).toArray();
  }
}
