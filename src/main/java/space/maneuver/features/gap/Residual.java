package space.maneuver.features.gap;

import org.hipparchus.geometry.euclidean.threed.Vector3D;

/**
 * How an actual state differs from the predicted one, in the frame of the actual one, km.
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

  /** What does not depend on where in the orbit it is seen: a, along the track, e x a, tilt x a. */
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
        Math.atan2(position.dotProduct(actual.transverse()), position.dotProduct(actual.radial()));
    return -angle * actual.position().getNorm();
  }
}
