package space.maneuver.math;

/** Normalization of angles, rad. */
public final class Angles {

  private Angles() {}

  /** Returns the equivalent angle from -pi to pi. */
  public static double halfTurn(double angle) {
    return Math.IEEEremainder(angle, 2 * Math.PI);
  }

  /** Returns the equivalent angle in [0, 2 pi). */
  public static double turn(double angle) {
    double rest = angle % (2 * Math.PI);
    return rest < 0 ? rest + 2 * Math.PI : rest;
  }
}
