package space.maneuver.features.gap;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.utils.PVCoordinates;
import space.maneuver.math.Wgs72;

/**
 * What a state tells of its orbit, and the directions in which another state is compared with it.
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
}
