package space.maneuver.features.gap;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.utils.PVCoordinates;
import space.maneuver.math.Wgs72;

/**
 * The orbit of a state, and the local frame in which another state is compared with it.
 *
 * @param position TEME, km
 * @param radial unit vector R, outward
 * @param transverse unit vector T = N x R
 * @param normal unit vector N of the orbit
 * @param node unit vector z x N to the ascending node; x where the orbit is exactly equatorial
 * @param ahead unit vector N x node, 90 degrees ahead of the node
 * @param eccentricity vector to the perigee, of the length of the eccentricity
 * @param semiMajorAxis by the vis-viva equation with the constants of WGS-72, km
 */
record OrbitFrame(
    Vector3D position,
    Vector3D radial,
    Vector3D transverse,
    Vector3D normal,
    Vector3D node,
    Vector3D ahead,
    Vector3D eccentricity,
    double semiMajorAxis) {

  private static final double KM = 1e-3;
  private static final double EQUATORIAL = 1e-12;

  /**
   * The frame of a state.
   *
   * @param metres position and velocity in TEME, m and m/s
   */
  static OrbitFrame of(PVCoordinates metres) {
    Vector3D position = metres.getPosition().scalarMultiply(KM);
    Vector3D velocity = metres.getVelocity().scalarMultiply(KM);
    Vector3D momentum = position.crossProduct(velocity);
    Vector3D normal = momentum.normalize();
    Vector3D radial = position.normalize();
    Vector3D toNode = Vector3D.PLUS_K.crossProduct(normal);
    Vector3D node = toNode.getNorm() < EQUATORIAL ? Vector3D.PLUS_I : toNode.normalize();
    return new OrbitFrame(
        position,
        radial,
        normal.crossProduct(radial),
        normal,
        node,
        normal.crossProduct(node),
        velocity.crossProduct(momentum).scalarMultiply(1 / Wgs72.MU).subtract(radial),
        1 / (2 / position.getNorm() - velocity.getNormSq() / Wgs72.MU));
  }

  /**
   * Differences between an actual and a predicted state, in the frame of the actual one, km.
   *
   * @param semiMajorAxis actual minus predicted
   * @param alongTrack arc at the actual radius, positive when the actual position is ahead:
   *     -atan2(predicted . T, predicted . R) r; finite however far the two are apart
   * @param crossTrack (actual - predicted) . N
   * @param eccentricityToNode difference of the eccentricity vectors towards the node, times the
   *     actual semi-major axis
   * @param eccentricityAhead the same 90 degrees ahead of the node
   * @param tiltToNode difference of the orbits' unit normals towards the node, times the actual
   *     semi-major axis
   * @param tiltAhead the same 90 degrees ahead of the node
   */
  record Residual(
      double semiMajorAxis,
      double alongTrack,
      double crossTrack,
      double eccentricityToNode,
      double eccentricityAhead,
      double tiltToNode,
      double tiltAhead) {

    /** Length of {@link #sizes}. */
    static final int SIZES = 4;

    static Residual between(OrbitFrame actual, OrbitFrame predicted) {
      double axis = actual.semiMajorAxis();
      Vector3D eccentricity = actual.eccentricity().subtract(predicted.eccentricity());
      Vector3D tilt = actual.normal().subtract(predicted.normal());
      return new Residual(
          axis - predicted.semiMajorAxis(),
          alongTrack(actual, predicted),
          actual.position().subtract(predicted.position()).dotProduct(actual.normal()),
          axis * eccentricity.dotProduct(actual.node()),
          axis * eccentricity.dotProduct(actual.ahead()),
          axis * tilt.dotProduct(actual.node()),
          axis * tilt.dotProduct(actual.ahead()));
    }

    /**
     * Magnitudes that do not depend on the position in the orbit: semi-major axis, along-track,
     * eccentricity vector and tilt, each in km.
     */
    double[] sizes() {
      return new double[] {
        Math.abs(semiMajorAxis),
        Math.abs(alongTrack),
        Math.hypot(eccentricityToNode, eccentricityAhead),
        Math.hypot(tiltToNode, tiltAhead)
      };
    }

    static double alongTrack(OrbitFrame actual, OrbitFrame predicted) {
      Vector3D position = predicted.position();
      double angle =
          Math.atan2(
              position.dotProduct(actual.transverse()), position.dotProduct(actual.radial()));
      return -angle * actual.position().getNorm();
    }
  }
}
