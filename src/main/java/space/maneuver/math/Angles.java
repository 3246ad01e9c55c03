package space.maneuver.math;

/** Angles without wraps. */
public final class Angles {

  private Angles() {}

  /** The same angle from -pi to pi. */
  public static double halfTurn(double angle) {
    return Math.IEEEremainder(angle, 2 * Math.PI);
  }

  /** The same angle from 0 to 2 pi. */
  public static double turn(double angle) {
    double rest = angle % (2 * Math.PI);
    return rest < 0 ? rest + 2 * Math.PI : rest;
  }
}
